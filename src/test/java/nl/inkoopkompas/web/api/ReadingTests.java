package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ApiTest
class ReadingTests {

    @Autowired
    ApiCaller api;

    @Test
    void listsDecisionsPageByPageNewestFirst() {
        String list = "/api/v1/decisions?contract=wonen-wmo&type=admission";
        int before = api.get("auditor", list).json().path("total").asInt();
        ObjectNode application = ApiCaller.application();
        application.put("contract", "wonen-wmo");
        ((ObjectNode) application.at("/products/0")).put("code", "15A01");
        String first = api.post("inkoper", "/api/v1/admissions", application.toString())
                .json()
                .path("id")
                .asString();
        String second = api.post("rwo", "/api/v1/admissions", application.toString())
                .json()
                .path("id")
                .asString();
        JsonNode one = api.get("auditor", list + "&size=1").json();
        assertThat(one.at("/items/0/id").asString()).isEqualTo(second);
        assertThat(one.path("total").asInt()).isEqualTo(before + 2);
        assertThat(one.path("page").asInt()).isEqualTo(1);
        assertThat(one.path("size").asInt()).isEqualTo(1);
        assertThat(one.at("/items/0").propertyNames())
                .containsExactly(
                        "id",
                        "type",
                        "round",
                        "outcome",
                        "asOf",
                        "contract",
                        "applicant",
                        "recordedAt",
                        "recordedBy",
                        "ruleBook");
        assertThat(one.at("/items/0/applicant").toString())
                .isEqualTo("{\"name\":\"Zorg Voorbeeld BV\",\"kvkNumber\":\"12345678\"}");
        JsonNode two = api.get("auditor", list + "&size=1&page=2").json();
        assertThat(two.at("/items/0/id").asString()).isEqualTo(first);
        JsonNode past = api.get("auditor", list + "&size=1&page=999999999999").json();
        assertThat(past.path("items")).isEmpty();
        assertThat(past.path("total").asInt()).isEqualTo(before + 2);
    }

    @Test
    void includesBothEndsOfAPeriod() {
        Answer made = api.post(
                "inkoper", "/api/v1/admissions", ApiCaller.application().toString());
        String moment = made.json().path("recordedAt").asString();
        String id = made.json().path("id").asString();

        assertThat(api.get("inkoper", "/api/v1/decisions?from=" + moment + "&to=" + moment)
                        .text())
                .contains(id);
        assertThat(api.get("inkoper", "/api/v1/decisions?to=2024-01-01")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(api.get("inkoper", "/api/v1/decisions?from=2024-01-01&size=500")
                        .text())
                .contains(id);
    }

    @Test
    void readsTheRuleBookInForce() {
        JsonNode list = api.get("toegang-gouda", "/api/v1/rule-books").json();
        JsonNode current =
                api.get("toegang-gouda", "/api/v1/rule-books/current").json();
        JsonNode byVersion = api.get(
                        "beheerder",
                        "/api/v1/rule-books/" + current.path("version").asString())
                .json();

        assertThat(list.at("/items/0/version")).isEqualTo(current.path("version"));
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(byVersion).isEqualTo(current);
        assertThat(current.path("hash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void readsATableWithTheStableIdFirst() {
        JsonNode table = api.get("beleid", "/api/v1/rule-books/current/tables/admission/insurance")
                .json();

        assertThat(table.at("/columns/0/id").asString()).isEqualTo("id");
        assertThat(table.at("/columns/2").propertyNames()).startsWith("id", "type", "label");
        assertThat(table.at("/rows/0").propertyNames()).containsExactly("id", "size", "perEvent", "perYear");
        assertThat(table.at("/rows/0/perEvent").asInt()).isPositive();
        assertThat(api.get("beleid", "/api/v1/rule-books/current/tables/admission/insurance", "Accept-Language", "en")
                        .json()
                        .path("label")
                        .asString())
                .isEqualTo("Insured sums");
    }

    @Test
    void readsParametersAndInterpretations() {
        JsonNode parameters = api.get("inkoper", "/api/v1/rule-books/current/parameters")
                .json()
                .path("items");
        JsonNode lookBack = parameters
                .valueStream()
                .filter(item -> item.path("key").asString().equals("admission.negative-experience.look-back-years"))
                .findFirst()
                .orElseThrow();
        assertThat(lookBack.at("/values/0/value").asInt()).isEqualTo(3);
        assertThat(lookBack.at("/values/0").propertyNames()).containsExactly("from", "value", "source", "example");
        assertThat(lookBack.has("optional")).isTrue();

        JsonNode interpretations = api.get("inkoper", "/api/v1/rule-books/current/interpretations")
                .json()
                .path("items");
        assertThat(interpretations).isNotEmpty();
        assertThat(interpretations.path(0).has("applied")).isTrue();
    }

    @Test
    void readsContractsAndTheirProducts() {
        JsonNode contracts = api.get("inkoper", "/api/v1/contracts").json().path("items");
        assertThat(contracts.valueStream().map(item -> item.path("id").asString()))
                .hasSize(12)
                .startsWith("jeugdbescherming-jeugdreclassering", "jeugdzorgplus")
                .endsWith("hulp-bij-huishouden");
        JsonNode products =
                api.get("inkoper", "/api/v1/products?contract=wonen-wmo").json().path("items");
        assertThat(products.valueStream().map(item -> item.path("contract").asString()))
                .isNotEmpty()
                .containsOnly("wonen-wmo");
        assertThat(products.at("/0/id").isString()).isTrue();
    }

    @Test
    void describesEveryCallToEverybody() {
        Answer answer = api.get("", "/api/v1/openapi.json");
        JsonNode api = answer.json();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/info/contact").isObject()).isTrue();
        assertThat(api.at("/components/securitySchemes/basic/scheme").asString())
                .isEqualTo("basic");
        JsonNode request = api.at("/components/schemas/AdmissionRequest");
        assertThat(request.at("/properties/applicant/properties/kvkNumber/x-bsn-exempt")
                        .asBoolean())
                .isTrue();
        assertThat(request.at("/properties/applicant/properties/employees/type").toString())
                .isEqualTo("[\"integer\",\"null\"]");
        assertThat(request.at("/required").toString()).contains("asOf", "contract", "applicant", "products");
        assertThat(api.at("/components/schemas/Decision/properties/products").isObject())
                .isTrue();
        assertThat(api.at("/components/schemas/Decision/properties/previous/type")
                        .toString())
                .contains("null");
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(operation.getValue().at("/responses/401/content").toString())
                        .as(path.getKey())
                        .contains("application/problem+json");
                assertThat(operation.getValue().path("x-roles"))
                        .as(path.getKey())
                        .isNotEmpty();
            }
        }
        List<String> built = List.of(
                "/api/v1/admissions", "/api/v1/decisions", "/api/v1/decisions/{id}", "/api/v1/rule-books/{version}");
        assertThat(api.path("paths").propertyNames()).containsAll(built);
    }
}
