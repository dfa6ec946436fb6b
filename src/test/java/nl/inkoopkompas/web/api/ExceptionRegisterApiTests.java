package nl.inkoopkompas.web.api;

import static nl.inkoopkompas.web.api.ExceptionCaller.PATH;
import static nl.inkoopkompas.web.api.ExceptionCaller.REASONS;
import static nl.inkoopkompas.web.api.ExceptionCaller.body;
import static nl.inkoopkompas.web.api.ExceptionCaller.id;
import static nl.inkoopkompas.web.api.ExceptionCaller.kvk;
import static nl.inkoopkompas.web.api.ExceptionCaller.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finding requests for exception contracts over HTTP, and what they come to. */
@ApiTest
class ExceptionRegisterApiTests {

    @Autowired
    ApiCaller api;

    @Autowired
    ExceptionCaller cases;

    @Test
    void hidesTheClientAndWhatIsNotDecidedFromOtherMunicipalities() {
        String client = "C-" + UUID.randomUUID();
        ObjectNode request = request().put("client", client).put("need", "Over " + client + " is overlegd.");
        String id = id(api.post("toegang-gouda", PATH, request.toString()));

        assertThat(api.get("toegang-zuidplas", PATH + "/" + id).status()).isEqualTo(404);
        assertThat(cases.listed("toegang-zuidplas", request)).isEmpty();
        assertThat(cases.listed("toegang-gouda", request)).hasSize(1);
        assertThat(api.get("inkoper", PATH + "/" + id).status()).isEqualTo(403);
        assertThat(api.get("inkoper", "/api/v1/decisions/" + id).status()).isEqualTo(404);
        assertThat(api.get("inkoper", "/api/v1/decisions?type=exception-contract")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        cases.act("rwo", id, "TAKE_UP");
        cases.act("rwo", id, "ADVISE");
        cases.act("directeur", id, "REJECT");

        Answer seen = api.get("toegang-zuidplas", PATH + "/" + id);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).doesNotContain(client).contains(REASONS);
        assertThat(seen.json().has("client")).isFalse();
        assertThat(seen.json().path("request").has("client")).isFalse();
        assertThat(cases.listed("toegang-zuidplas", request)).hasSize(1);
        assertThat(api.get("toegang-zuidplas", PATH).text()).doesNotContain(client);
        assertThat(cases.act("toegang-zuidplas", id, "SEEK_ALTERNATIVE").status())
                .isEqualTo(403);
        assertThat(cases.read("toegang-gouda", id).path("client").asString()).isEqualTo(client);
    }

    @Test
    void findsCasesByWhatTheyAreAbout() {
        String kvk = kvk();
        String id = id(cases.submit(kvk, "45A04"));

        assertThat(cases.total("rwo", "?provider=" + kvk)).isEqualTo(1);
        assertThat(cases.total(
                        "rwo", "?provider=" + kvk + "&status=SUBMITTED&kind=URC&product=45A04&municipality=0513"))
                .isEqualTo(1);
        assertThat(cases.total("rwo", "?provider=" + kvk + "&status=ADVISED")).isZero();
        assertThat(cases.total("rwo", "?provider=" + kvk + "&municipality=0627"))
                .isZero();
        assertThat(api.get("rwo", PATH + "?provider=" + kvk)
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(id);
        assertThat(api.get("rwo", PATH + "?status=DONE").status()).isEqualTo(400);
        assertThat(api.get("rwo", PATH + "?unknown=1").status()).isEqualTo(400);
        assertThat(api.post("toegang-gouda", PATH + "?record=false", request().toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsWhatExceptionsComeTo() {
        String kvk = kvk();
        ObjectNode request = request(kvk).put("value", 12345).put("client", "C-" + kvk);
        String approved = id(api.post("toegang-gouda", PATH, request.toString()));
        cases.act("rwo", approved, "TAKE_UP");
        cases.act("rwo", approved, "ADVISE");
        ObjectNode body = body("APPROVE").put("motivation", REASONS + " Besproken met C-" + kvk + ".");
        cases.act("directeur", approved, body);

        JsonNode figures = api.get("rwo", PATH + "/figures").json();
        assertThat(StreamSupport.stream(figures.path("providers").spliterator(), false)
                        .filter(group -> group.path("key").asString().equals(kvk))
                        .map(group -> group.path("year").toString()))
                .singleElement()
                .asString()
                .contains("\"submitted\":1", "\"approved\":1", "\"approvedValue\":12345", "\"approvalRate\":1.0");
        JsonNode entry = StreamSupport.stream(
                        api.get("auditor", PATH + "/accountability")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("id").asString().equals(approved))
                .findFirst()
                .orElseThrow();
        assertThat(entry.path("lawful").asString()).isEqualTo("LAWFUL");
        assertThat(entry.path("cumulatedValue").asInt()).isEqualTo(12345);
        assertThat(entry.path("threshold").asInt()).isEqualTo(750000);
        assertThat(entry.path("ground").asString()).isEqualTo("exceptioncontract/mandates#exception-director");
        assertThat(api.bytes("auditor", PATH + "/accountability.xlsx").body()).startsWith('P', 'K');
        assertThat(api.bytes("rwo", PATH + "/register.xlsx").body()).startsWith('P', 'K');
        assertThat(api.get("toegang-gouda", PATH + "/accountability").status()).isEqualTo(403);
        assertThat(api.get("rwo", PATH + "/figures?year=1999").status()).isEqualTo(400);
        Answer feed = api.get("toegang-zuidplas", PATH + "/feed.atom?municipality=0513");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(feed.text()).contains("urn:uuid:" + approved, REASONS).doesNotContain("C-" + kvk);
        assertThat(api.get("toegang-zuidplas", PATH + "/feed.atom?municipality=0627")
                        .text())
                .doesNotContain(approved);
    }
}
