package nl.inkoopkompas.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.rulebook.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The reader of requests refuses what an independent validator refuses by the same schema, at the same places. */
class SchemaOracleTests {

    private static final int REQUESTS = 6_000;
    private static final int MOST_REFUSALS = 100;
    private static final JsonNode SCHEMA =
            new YAMLMapper().readTree(ProjectRuleBook.FILES.text("rules/admission/input.schema.yaml"));
    private static final Shape SHAPE = ProjectRuleBook.BOOK.policy("admission").schema();
    private static final Schema ORACLE = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(withoutAnnotations(SCHEMA).toString(), InputFormat.JSON);

    @Test
    void refusesWhatTheSchemaRefuses() {
        int refused = 0;
        int compared = 0;
        Set<String> places = new HashSet<>();
        for (int seed = 0; compared < REQUESTS; seed++) {
            ObjectNode request = new SchemaMutants(SCHEMA, seed).mutant(SeededApplications.application(seed % 500));
            if (repeats(request.path("products"), "code") || repeats(request.at("/applicant/annualAccounts"), "year")) {
                continue;
            }
            Set<String> expected = oracle(request);
            if (expected.size() < MOST_REFUSALS) {
                assertThat(reader(request))
                        .as("%s: %s", seed, shortened(request))
                        .isEqualTo(expected);
            } else {
                assertThat(expected).containsAll(reader(request)).hasSizeGreaterThanOrEqualTo(MOST_REFUSALS);
                assertThat(reader(request)).isNotEmpty();
            }
            compared++;
            refused += expected.isEmpty() ? 0 : 1;
            expected.forEach(pointer -> places.add(pointer.replaceAll("/\\d+", "/*")));
        }
        assertThat(refused).isBetween(REQUESTS / 4, REQUESTS * 9 / 10);
        assertThat(places).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "42", "\"x\"", "true"})
    void refusesWhatIsNoObject(String json) {
        JsonNode request = new YAMLMapper().readTree(json);

        assertThat(reader(request)).isEqualTo(oracle(request)).containsExactly("");
    }

    /** What the annotations say, or nothing at all: the schema itself lets these pass. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                /products/0/code                  | "99Z99"
                /contract                         | "crisisdienst"
                /applicant/name                   | "Zorg 111222333"
                /applicant/name                   | "Zorg 11 12 22 33 3"
                /applicant/name                   | "Zorg 1.1.1.2.2.2.3.3.3 BV"
                /applicant/name                   | "a\\u0000b"
                /applicant/name                   | "a\\ud800b"
                /products/0/staff/0/fte           | 1e-400
                /products/0/staff/0/fte           | 1.0000000000000000000000000000001
                """)
    void refusesMoreThanTheSchema(String pointer, String json) {
        ObjectNode request = application();
        int last = pointer.lastIndexOf('/');
        JsonNode value = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(json);
        ((ObjectNode) request.at(pointer.substring(0, last))).set(pointer.substring(last + 1), value);

        assertThat(oracle(request)).isEmpty();
        assertThat(reader(request)).isEqualTo(Set.of(pointer.equals("/contract") ? "/products/0/code" : pointer));
    }

    /** The validator itself gives up on these. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "99999999999999999999"})
    void refusesWholeNumbersBeyondMeasure(String number) {
        ObjectNode request = application();
        ((ObjectNode) request.path("applicant")).put("employees", new BigDecimal(number));

        assertThat(reader(request)).containsExactly("/applicant/employees");
    }

    @Test
    void refusesWhatStandsInAListTwice() {
        ObjectNode request = application();
        ArrayNode products = (ArrayNode) request.path("products");
        products.add(products.get(0).deepCopy());
        ((ArrayNode) ((ObjectNode) request.path("applicant")).putArray("annualAccounts"))
                .add(products.objectNode().put("year", 2022))
                .add(products.objectNode().put("year", 2023))
                .add(products.objectNode().put("year", 2022));

        assertThat(oracle(request)).isEmpty();
        assertThat(reader(request)).containsExactly("/applicant/annualAccounts/2/year", "/products/1/code");
    }

    @Test
    void namesAtMostAHundredPlaces() {
        ObjectNode request = application();
        ArrayNode directors = ((ObjectNode) request.path("applicant")).putArray("directors");
        for (int i = 0; i < 300; i++) {
            directors.addNull();
        }

        assertThatThrownBy(() -> RequestReader.read(ProjectRuleBook.BOOK, SHAPE, request))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.refusals())
                        .hasSize(MOST_REFUSALS));
    }

    private static ObjectNode application() {
        return (ObjectNode) new YAMLMapper().readTree("""
                asOf: "2024-04-01"
                contract: ambulant-jeugd
                applicant: {name: Zorg, kvkNumber: "12345678"}
                products: [{code: 45A01, staff: [{qualification: HBO, fte: 3.5}]}]
                """);
    }

    private static Set<String> reader(JsonNode request) {
        Set<String> pointers = new TreeSet<>();
        try {
            RequestReader.read(ProjectRuleBook.BOOK, SHAPE, request);
        } catch (RequestRefused refused) {
            refused.refusals().forEach(refusal -> pointers.add(refusal.pointer()));
        }
        return pointers;
    }

    private static Set<String> oracle(JsonNode request) {
        Set<String> pointers = new TreeSet<>();
        List<Error> errors = ORACLE.validate(
                request, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        for (Error error : errors) {
            String pointer = error.getInstanceLocation().toString();
            boolean ofField = List.of("required", "additionalProperties").contains(error.getKeyword());
            pointers.add(ofField ? pointer + "/" + escaped(error.getProperty()) : pointer);
        }
        return pointers;
    }

    private static JsonNode withoutAnnotations(JsonNode schema) {
        JsonNode bare = schema.deepCopy();
        strip(bare);
        return bare;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-"))
                    .toList());
        }
        node.forEach(SchemaOracleTests::strip);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean repeats(JsonNode list, String field) {
        Set<JsonNode> seen = new HashSet<>();
        return list.isArray()
                && list.valueStream()
                        .map(element -> element.path(field))
                        .anyMatch(value -> !value.isMissingNode() && !seen.add(value));
    }

    private static String shortened(JsonNode request) {
        String text = request.toString();
        return text.length() > 3_000 ? text.substring(0, 3_000) : text;
    }
}
