package nl.inkoopkompas.admission;

import java.util.function.Consumer;
import nl.inkoopkompas.admission.ReferenceAdmission.Result;
import nl.inkoopkompas.admission.ReferenceAdmission.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An application that is admissible as it stands, to be changed in one place by a test. */
final class ReferenceExample {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String GOOD = """
            { 'asOf': '2024-04-01', 'contract': 'ambulant-jeugd',
              'applicant': {
                'name': 'Zorg Voorbeeld BV', 'kvkNumber': '12345678', 'legalForm': 'BV',
                'employees': 42, 'annualTurnover': 5200000, 'balanceSheetTotal': 2100000,
                'contractEvents': [], 'supervisoryMeasures': [],
                'annualAccounts': [ { 'year': 2022, 'equity': 800000, 'totalAssets': 2100000 },
                                    { 'year': 2021, 'equity': 800000, 'totalAssets': 2100000 },
                                    { 'year': 2020, 'equity': 800000, 'totalAssets': 2100000 } ],
                'memberships': [ 'Jeugdzorg Nederland' ],
                'directors': [ 'D-1' ],
                'certificatesOfConduct': [ { 'subject': 'LEGAL_ENTITY', 'issuedOn': '2023-11-02' },
                                           { 'subject': 'DIRECTOR', 'holder': 'D-1', 'issuedOn': '2023-11-02' } ],
                'procurementDeclarations': [ { 'issuedOn': '2023-03-01' } ],
                'usesVolunteers': true, 'volunteerPolicy': true,
                'insurances': [ { 'perEvent': 2500000, 'perYear': 5000000, 'proofProvided': true } ],
                'qualityCertificates': [ { 'scheme': 'ISO9001', 'validUntil': '2025-06-30' } ],
                'housingAvailable': null },
              'products': [ { 'code': 'AJ-1',
                              'experience': [ { 'from': '2022-09-01', 'to': '2023-09-01', 'trajectories': 12,
                                'independently': true, 'toSatisfaction': true, 'statement': true } ],
                              'staff': [ { 'qualification': 'HBO', 'fte': 3.5 } ] } ] }
            """;

    private final ObjectNode request = (ObjectNode) json(GOOD);
    private final ReferenceExampleNorms norms = new ReferenceExampleNorms();

    /** JSON with single quotes for double ones. */
    static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    /** Sets a value below the request by path ("applicant/legalForm", "products/0/code"). */
    ReferenceExample with(String path, @Nullable String value) {
        int last = path.lastIndexOf('/');
        JsonNode parent = last < 0 ? request : request.at("/" + path.substring(0, last));
        String name = path.substring(last + 1);
        JsonNode node = json(value == null ? "null" : value);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), node);
        } else {
            ((ObjectNode) parent).set(name, node);
        }
        return this;
    }

    /** Takes a field away. */
    ReferenceExample without(String path) {
        int last = path.lastIndexOf('/');
        ((ObjectNode) request.at("/" + path.substring(0, last))).remove(path.substring(last + 1));
        return this;
    }

    /** Sets a parameter, null unsets it. */
    ReferenceExample norm(String key, @Nullable Object value) {
        norms.with("admission." + key, value);
        return this;
    }

    /** Changes the tables. */
    ReferenceExample norms(Consumer<ReferenceExampleNorms> change) {
        change.accept(norms);
        return this;
    }

    Result result() {
        return ReferenceAdmission.evaluate(request, norms);
    }

    /** The verdict on a criterion, given without its prefix, for the applicant or the first product. */
    Verdict verdict(String criterion) {
        String id = "admission." + criterion;
        boolean perProduct = ReferenceAdmission.PER_PRODUCT.contains(id);
        return result().verdict(id, perProduct ? "/products/0" : ReferenceAdmission.APPLICANT);
    }
}
