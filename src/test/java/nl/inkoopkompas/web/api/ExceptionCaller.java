package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks for exception contracts and acts on the requests over HTTP, with words of its own. */
class ExceptionCaller {

    static final String PATH = "/api/v1/exception-contracts";
    static final String REASONS = "Er is geen gecontracteerde aanbieder met deze deskundigheid.";

    private final ApiCaller api;

    ExceptionCaller(ApiCaller api) {
        this.api = api;
    }

    Answer moves(String who, String id, String action, String status) {
        Answer answer = act(who, id, action);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo(status);
        return answer;
    }

    /** A call that names itself is done in a transaction of its own. */
    Answer named(String who, String id, String action) {
        return api.post(
                who,
                PATH + "/" + id + "/actions",
                body(action).toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    Answer act(String who, String id, String action) {
        return act(who, id, body(action));
    }

    Answer act(String who, String id, ObjectNode body) {
        return api.post(who, PATH + "/" + id + "/actions", body.toString());
    }

    static ObjectNode body(String action) {
        ObjectNode body = ApiCaller.object("{}").put("action", action).put("motivation", REASONS);
        switch (action) {
            case "ASK_INFORMATION" -> body.put("question", "Welke aanbieders zijn nog meer gevraagd?");
            case "SUPPLY_INFORMATION" -> body.put("answer", "Er zijn er geen meer.");
            case "AGREE_TARIFF" -> body.put("amount", 80).put("unit", "HOUR");
            case "ADVISE" -> body.put("advice", "APPROVE");
            default -> {}
        }
        return body;
    }

    JsonNode read(String who, String id) {
        return api.get(who, PATH + "/" + id).json();
    }

    static List<String> allowed(Answer answer) {
        return StreamSupport.stream(answer.json().path("actions").spliterator(), false)
                .filter(action -> action.path("allowed").asBoolean())
                .map(action -> action.path("action").asString())
                .toList();
    }

    static String verdict(Answer answer, String criterion) {
        return StreamSupport.stream(answer.json().path("findings").spliterator(), false)
                .filter(finding -> finding.path("criterion").asString().equals(criterion))
                .map(finding -> finding.path("verdict").asString())
                .findFirst()
                .orElse(answer.text());
    }

    JsonNode listed(String who, ObjectNode request) {
        return api.get(
                        who,
                        PATH + "?provider=" + request.at("/provider/kvkNumber").asString())
                .json()
                .path("items");
    }

    int total(String who, String query) {
        return api.get(who, PATH + query).json().path("total").asInt();
    }

    Answer submit(String kvk, String product) {
        ObjectNode request = request(kvk).put("product", product);
        request.put("contract", product.startsWith("02") ? "ambulant-wmo" : "ambulant-jeugd");
        Answer made = api.post("toegang-gouda", PATH, request.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    static String id(Answer made) {
        return made.json().path("id").asString();
    }

    void contracted(String kvk, String product, String municipalities) {
        Answer imported = api.upload(
                "rwo",
                "/api/v1/contracted-providers/imports",
                "file",
                "gecontracteerden.csv",
                ("kvk_nummer,naam,contract,product,gemeenten,vanaf,tot_en_met,capaciteit,clientenstop_vanaf,"
                                + "clientenstop_tot_en_met\n" + kvk + ",Zorg " + kvk + ",ambulant-jeugd," + product
                                + ","
                                + municipalities + ",1-1-2025,,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
    }

    static String kvk() {
        return String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000));
    }

    static ObjectNode request() {
        return request(kvk());
    }

    static ObjectNode request(String kvk) {
        return ApiCaller.object("""
                {"asOf":"2025-03-01","municipality":"0513","client":"C-1001","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk Voorbeeld","kvkNumber":"%s"},
                 "need":"De specialistische begeleiding is nergens te krijgen.","urgent":false,
                 "longTermImpact":"Een traject van een jaar.","period":{"from":"2025-03-15","to":"2026-03-14"},
                 "value":20000,"tariff":{"amount":90,"unit":"HOUR"},"triedProviders":[]}
                """.formatted(kvk));
    }
}
