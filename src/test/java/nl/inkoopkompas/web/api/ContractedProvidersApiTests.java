package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is contracted for what, over HTTP. */
@ApiTest
class ContractedProvidersApiTests {

    private static final String PATH = "/api/v1/contracted-providers";
    private static final Random RANDOM = new Random(7);

    @Autowired
    ApiCaller api;

    @Test
    void listsWhoIsContractedOnADay() {
        String kvk = kvk();
        Answer imported = upload(row(kvk, "07A01", "Gouda; 1892", "1-1-2031", "31-12-2031", "12", "1-6-2031"));

        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
        assertThat(imported.json().path("recorded").asInt()).isEqualTo(1);
        assertThat(imported.json().path("repeated")).isEmpty();
        assertThat(api.get("toegang-gouda", PATH + "?product=07A01&on=2031-05-31")
                        .json()
                        .at("/items/0")
                        .toString())
                .isEqualTo(("{'kvkNumber':'" + kvk + "','name':'Zorg " + kvk + "','contract':'dagbesteding-wmo',"
                                + "'product':'07A01','municipalities':['0513','1892'],'from':'2031-01-01',"
                                + "'to':'2031-12-31','capacity':12,'clientStop':false}")
                        .replace('\'', '"'));
        assertThat(total("?product=07A01&on=2030-12-31")).isZero();
        assertThat(total("?product=07A01&on=2032-01-01")).isZero();
        assertThat(total("?product=07A01&on=2031-06-01&municipality=0513")).isEqualTo(1);
        assertThat(total("?product=07A01&on=2031-06-01&municipality=0627")).isZero();
        assertThat(total("?contract=wonen-wmo&on=2031-06-01")).isZero();
        assertThat(api.get("auditor", PATH + "?product=07A01&on=2031-06-01")
                        .json()
                        .at("/items/0/clientStop")
                        .asBoolean())
                .isTrue();
        assertThat(api.get("auditor", PATH + "?size=1&page=2&product=07A01&on=2031-06-01")
                        .json()
                        .propertyNames())
                .containsExactly("items", "page", "size", "total");
    }

    @Test
    void reportsARowThatIsThereAlready() {
        String row = row(kvk(), "07A02", "", "1-1-2031", "", "", "");
        upload(row);

        Answer again = upload(row);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("recorded").asInt()).isZero();
        assertThat(again.json().path("repeated").toString()).isEqualTo("[2]");
        assertThat(api.get("auditor", "/api/v1/audit/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void storesNothingOfAFileWithAnError() {
        String good = row(kvk(), "04A01", "", "1-1-2031", "", "", "");
        Answer answer = upload(good + row(kvk(), "04A99", "", "31-2-2031", "", "", ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors")).hasSize(2);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/gecontracteerden/3/product");
        assertThat(answer.json().at("/errors/0/detail").asString())
                .contains("regel 3", "kolom \"product\"", "04A99", "Kies: 07A01");
        assertThat(total("?product=04A01&on=2031-06-01")).isZero();
    }

    @Test
    void neverRepeatsACitizensNumber() {
        Answer name = upload(row(kvk(), "04A01", "", "1-1-2031", "", "", "").replace("Zorg ", "111222333, nr "));
        Answer file = api.upload("rwo", PATH + "/imports", "file", "111222333.csv", new byte[] {1});

        assertThat(name.status()).isEqualTo(400);
        assertThat(file.status()).isEqualTo(400);
        assertThat(name.text() + file.text()).contains("BSN").doesNotContain("111222333");
    }

    @Test
    void letsOnlyTheRegionalOrganisationImport() {
        for (String username :
                new String[] {"inkoper", "directeur", "beleid", "auditor", "beheerder", "toegang-gouda"}) {
            assertThat(api.upload(username, PATH + "/imports", "file", "x.csv", new byte[] {1})
                            .status())
                    .as(username)
                    .isEqualTo(403);
        }
        assertThat(api.upload("rwo", PATH + "/imports", "bestand", "x.csv", new byte[] {1})
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contract=x",
                "product=45A99",
                "municipality=9999",
                "municipality=Gouda",
                "on=2024-02-30",
                "on=vandaag",
                "on=2024-04-01T10:00:00Z",
                "on=",
                "page=0",
                "size=501",
                "onbekend=1",
                "on=2024-04-01&on=2024-04-02"
            })
    void refusesAQueryThatCannotBe(String query) {
        assertThat(api.get("inkoper", PATH + "?" + query).status()).isEqualTo(400);
    }

    @Test
    void givesATemplate() {
        assertThat(api.bytes("rwo", PATH + "/imports/template.xlsx").body()).startsWith('P', 'K');
    }

    private int total(String query) {
        return api.get("auditor", PATH + query).json().path("total").asInt();
    }

    private Answer upload(String rows) {
        String file = "kvk_nummer;aanbieder;contract;product;gemeenten;vanaf;tot_en_met;capaciteit;clientenstop_vanaf\n"
                + rows;
        return api.upload("rwo", PATH + "/imports", "file", "lijst.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(
            String kvk, String product, String municipalities, String from, String to, String capacity, String stop) {
        return String.join(
                        ";",
                        kvk,
                        "Zorg " + kvk,
                        "dagbesteding-wmo",
                        product,
                        "\"" + municipalities + "\"",
                        from,
                        to,
                        capacity,
                        stop)
                + "\n";
    }

    private static String kvk() {
        return String.valueOf(10_000_000 + RANDOM.nextInt(80_000_000));
    }
}
