package nl.inkoopkompas.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProofTests {

    private static final JsonNode REQUEST = json("""
            {"asOf":"2024-04-01","applicant":{"volunteerPolicy":true,"name":null,"memberships":["A","B"],
              "insurances":[{"perEvent":1.0,"perYear":2},{"perEvent":3,"perYear":4}]},
             "products":[{"code":"P1","staff":[{"fte":1}]},{"code":"P2","staff":[{"fte":1},{"fte":2}]}]}
            """);

    @Test
    void holdsWhileTheValueStaysWhateverItsSpelling() {
        Proof proof = Proof.of("/applicant/insurances/0", REQUEST).orElseThrow();

        assertThat(proof.in(REQUEST)).contains("/applicant/insurances/0");
        assertThat(proof.in(json("{\"applicant\":{\"insurances\":[{\"perYear\":2.00,\"perEvent\":1}]}}")))
                .contains("/applicant/insurances/0");
        assertThat(proof.in(json("{\"applicant\":{\"insurances\":[{\"perYear\":2,\"perEvent\":2}]}}")))
                .isEmpty();
        assertThat(proof.in(json("{\"applicant\":{\"insurances\":[]}}"))).isEmpty();
        assertThat(proof.in(json("{\"applicant\":{}}"))).isEmpty();
    }

    @Test
    void followsItsElementWhenAnotherIsRemoved() {
        Proof second = Proof.of("/applicant/insurances/1", REQUEST).orElseThrow();
        Proof membership = Proof.of("/applicant/memberships/1", REQUEST).orElseThrow();
        JsonNode shorter =
                json("{\"applicant\":{\"memberships\":[\"B\"],\"insurances\":[{\"perEvent\":3,\"perYear\":4}]}}");

        assertThat(second.in(shorter)).contains("/applicant/insurances/0");
        assertThat(membership.in(shorter)).contains("/applicant/memberships/0");
    }

    @Test
    void staysWithItsProduct() {
        Proof proof = Proof.of("/products/1/staff/0", REQUEST).orElseThrow();

        assertThat(proof.in(json("{\"products\":[{\"code\":\"P2\",\"staff\":[{\"fte\":2},{\"fte\":1}]}]}")))
                .contains("/products/0/staff/1");
        assertThat(proof.in(json("{\"products\":[{\"code\":\"P1\",\"staff\":[{\"fte\":1}]}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/applicant",
                "/asOf",
                "/applicant/name",
                "/applicant/none",
                "/applicant/insurances/0/perEvent",
                "/applicant/insurances/2",
                "/applicant/insurances/-",
                "/applicant/insurances/00",
                "/products/0",
                "/products/x/staff/0",
                "/products/9/staff/0",
                "applicant",
                "/applicant/~2"
            })
    void isOnlyOfWhatADocumentCanProve(String pointer) {
        assertThat(Proof.of(pointer, REQUEST)).isEmpty();
        assertThat(Proof.of("/applicant/volunteerPolicy", REQUEST)).isPresent();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
