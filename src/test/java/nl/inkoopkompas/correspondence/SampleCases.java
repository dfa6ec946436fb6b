package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Determination.OfProduct;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.DossierTurns;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applications in the register, in the states that letters tell of. */
@TestComponent
class SampleCases {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SATISFIED = """
            { "asOf": "2024-04-01", "contract": "ambulant-jeugd",
              "applicant": { "name": "Stichting Zórg & “Groei” <é>", "kvkNumber": "12345678", "legalForm": "BV",
                "employees": 42, "annualTurnover": 5200000, "balanceSheetTotal": 2100000, "contractEvents": [],
                "supervisoryMeasures": [],
                "annualAccounts": [ { "year": 2020, "equity": 800000, "totalAssets": 2000000 },
                  { "year": 2021, "equity": 800000, "totalAssets": 2000000 },
                  { "year": 2022, "equity": 800000, "totalAssets": 2000000 } ],
                "memberships": [ "Jeugdzorg Nederland" ], "directors": [ "D-1" ],
                "certificatesOfConduct": [ { "subject": "LEGAL_ENTITY", "issuedOn": "2023-11-02" },
                  { "subject": "DIRECTOR", "holder": "D-1", "issuedOn": "2023-11-02" } ],
                "procurementDeclarations": [ { "issuedOn": "2023-03-01" } ],
                "usesVolunteers": true, "volunteerPolicy": true,
                "insurances": [ { "perEvent": 2500000, "perYear": 5000000, "proofProvided": true } ],
                "qualityCertificates": [ { "scheme": "ISO9001", "validUntil": "2025-06-30" } ] },
              "products": [ { "code": "45A01",
                "experience": [ { "commissioner": "Gemeente Y", "from": "2022-09-01", "to": "2023-09-01",
                  "trajectories": 500, "independently": true, "toSatisfaction": true, "statement": true } ],
                "staff": [ { "qualification": "WO", "fte": 50.5 } ] } ] }
            """;

    private final Admissions admissions;
    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final DossierTurns turns;

    SampleCases(
            Admissions admissions,
            DecisionRegister register,
            DeterminationRegister determinations,
            DossierTurns turns) {
        this.admissions = admissions;
        this.register = register;
        this.determinations = determinations;
        this.turns = turns;
    }

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /** An application that meets what it can. */
    static ObjectNode satisfied() {
        return object(SATISFIED);
    }

    /** One that misses almost everything. */
    static ObjectNode failing() {
        ObjectNode request = satisfied();
        ObjectNode applicant = (ObjectNode) request.get("applicant");
        applicant.set("contractEvents", JSON.readTree("""
                [ { "kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER", "counterparty": "Regio é 😀",
                    "inThisRegion": false, "initiatedBy": "COMMISSIONER", "partial": false, "improvements": [] } ]
                """));
        applicant.set("supervisoryMeasures", JSON.readTree("""
                [ { "kind": "ADMINISTRATIVE", "imposedOn": "2023-01-15", "status": "IN_FORCE",
                    "locationServesRegion": true } ]
                """));
        applicant.set("annualAccounts", JSON.readTree("""
                [ { "year": 2020, "equity": 1, "totalAssets": 2000000 }, { "year": 2021, "equity": 1, "totalAssets": 20 },
                  { "year": 2022, "equity": 0, "totalAssets": 2000000 } ]
                """));
        for (String list : List.of(
                "memberships",
                "certificatesOfConduct",
                "procurementDeclarations",
                "insurances",
                "qualityCertificates")) {
            applicant.putArray(list);
        }
        applicant.put("volunteerPolicy", false);
        ObjectNode product = (ObjectNode) request.at("/products/0");
        product.putArray("experience");
        product.putArray("staff");
        return request;
    }

    /** One that says next to nothing. */
    static ObjectNode silent() {
        return object("""
                { "asOf": "2024-04-01", "contract": "ambulant-jeugd",
                  "applicant": { "name": "Stil BV", "kvkNumber": "12345678" }, "products": [ { "code": "45A01" } ] }
                """);
    }

    static ObjectNode with(ObjectNode request, String contract, List<String> products) {
        JsonNode product = request.at("/products/0").deepCopy();
        request.put("contract", contract);
        var list = request.putArray("products");
        products.forEach(code -> list.add(((ObjectNode) product.deepCopy()).put("code", code)));
        return request;
    }

    RegisteredDecision recorded(ObjectNode request) {
        Decision decision = admissions.record(JSON.writeValueAsBytes(request), Language.NL, NOON, "inkoper");
        return register.byId(Objects.requireNonNull(decision.id())).orElseThrow();
    }

    /** Determines an outcome for each product, in their order. */
    void determine(RegisteredDecision decision, boolean secondReader, String motivation, String... outcomes) {
        JsonNode products = decision.decision().get("products");
        List<OfProduct> determined = new java.util.ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            determined.add(new OfProduct(
                    products.get(i).get("code").asString(),
                    products.get(i).get("outcome").asString(),
                    outcomes[i]));
        }
        determinations.determine(
                decision,
                1,
                determined,
                motivation,
                secondReader,
                turns.last(decision.dossier()) + 1,
                NOON,
                "directeur");
    }

    static LetterRequest request(LetterKind kind) {
        return request(kind, kind == LetterKind.HEARING ? TODAY.plusDays(10) : null, "");
    }

    static LetterRequest request(LetterKind kind, @org.jspecify.annotations.Nullable LocalDate dueOn, String extra) {
        return new LetterRequest(
                UUID.randomUUID(), kind, "Team inkoop, Zórg", "inkoop@zorg.example", TODAY, dueOn, extra);
    }
}
