package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@ApiTest
class LettersApiTests {

    @Autowired
    ApiCaller api;

    private String letters() {
        Answer decision = api.post(
                "inkoper", "/api/v1/admissions", ApiCaller.application().toString());
        return decision.header("Location") + "/letters";
    }

    private static ObjectNode order(String kind) {
        ObjectNode order = ApiCaller.object("{}");
        order.put("kind", kind);
        order.putObject("recipient").put("name", "Team zorg").put("address", "inkoop@zorg.example");
        return order;
    }

    @Test
    void sendsALetterAndGivesBackItsBytes() throws Exception {
        String letters = letters();

        Answer sent = api.post("inkoper", letters, order("CONFIRMATION").toString());

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.json().path("mail").asString()).isEqualTo("WAITING");
        assertThat(sent.json().path("recordedBy").asString()).isEqualTo("inkoper");
        HttpResponse<byte[]> pdf = api.bytes("auditor", sent.header("Location"));
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf.body())))
                .isEqualTo(sent.json().path("sha256").asString());
        Answer list = api.get("auditor", letters);
        assertThat(list.json().path("items")).containsExactly(sent.json());
        assertThat(list.json().path("possibilities").toString())
                .contains("{\"kind\":\"HEARING\",\"possible\":true,\"why\":null}")
                .contains(
                        "{\"kind\":\"REJECTION\",\"possible\":false,\"why\":\"Er is nog geen besluit vastgesteld.\"}");
    }

    @Test
    void sendsARepeatedCallOnce() {
        String letters = letters();

        Answer first = api.post("rwo", letters, order("CONFIRMATION").toString(), "Idempotency-Key", "k-1");
        Answer again = api.post("rwo", letters, order("CONFIRMATION").toString(), "Idempotency-Key", "k-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.get("rwo", letters).json().path("items")).hasSize(1);
    }

    @Test
    void refusesWhatTheDossierDoesNotAllow() {
        Answer answer = api.post("inkoper", letters(), order("ADMISSION").toString());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Er is nog geen besluit vastgesteld.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"LETTER","recipient":{"name":"x","address":"a@b.nl"}}                             | /kind
            {"kind":"CONFIRMATION","recipient":{"name":1,"address":"a@b.nl"}}                         | /recipient/name
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a"}}                            | /recipient/address
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a@b.nl","cc":"c"}}              | /recipient/cc
            {"kind":"CONFIRMATION"}                                                                   | /recipient/name
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a@b.nl"},"sentOn":"2024-02-30"} | /sentOn
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a@b.nl"},"sentOn":"2020-01-01"} | /sentOn
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a@b.nl"},"dueOn":"2099-01-01"}  | /dueOn
            {"kind":"HEARING","recipient":{"name":"x","address":"a@b.nl"}}                            | /dueOn
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a@b.nl"},"extra":"123456782"}   | /extra
            {"kind":"CONFIRMATION","recipient":{"name":"x","address":"a@b.nl"},"extra":5}             | /extra
            """)
    void namesWhatIsWrongAndSendsNothing(String body, String pointer) {
        String letters = letters();

        Answer answer = api.post("inkoper", letters, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(answer.text()).doesNotContain("123456782");
        assertThat(api.get("inkoper", letters).json().path("items")).isEmpty();
    }

    @Test
    void knowsNoLetterOfAnotherDossier() {
        Answer sent = api.post("inkoper", letters(), order("CONFIRMATION").toString());
        String id = sent.json().path("id").asString();

        assertThat(api.get("inkoper", letters() + "/" + id + ".pdf").status()).isEqualTo(404);
        assertThat(api.get("inkoper", letters() + "/x.pdf").status()).isEqualTo(404);
        assertThat(api.get("inkoper", "/api/v1/decisions/x/letters").status()).isEqualTo(404);
        assertThat(api.post("inkoper", "/api/v1/decisions/x/letters", "{}").status())
                .isEqualTo(404);
        assertThat(api.post("inkoper", letters(), "[]").status()).isEqualTo(400);
        assertThat(api.post("directeur", letters(), "{}").status()).isEqualTo(403);
    }
}
