package nl.inkoopkompas.admission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explained decisions on one thread: the engine and, as {@code plain…}, the same findings by hand. One operation is one
 * application. Throughput is per second, a sample in microseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionBenchmark {

    private static final int APPLICATIONS = 2_000;
    private static final RuleBook BOOK = ProjectRuleBook.BOOK;
    private static final DecisionEngine ENGINE = ProjectRuleBook.ENGINE;

    private static final String FULL = """
            { "asOf": "2024-04-01", "contract": "ambulant-jeugd",
              "applicant": {
                "name": "Zorg Voorbeeld BV", "kvkNumber": "12345678", "legalForm": "BV",
                "employees": 42, "annualTurnover": 5200000, "balanceSheetTotal": 2100000,
                "contractEvents": [ { "kind": "DISSOLVED", "date": "2022-05-10", "contract": "OTHER",
                  "inThisRegion": false, "initiatedBy": "COMMISSIONER", "partial": false, "improvements": ["Team"] } ],
                "supervisoryMeasures": [ { "kind": "CORRECTIVE", "imposedOn": "2023-05-10", "status": "ENDED",
                  "locationServesRegion": true } ],
                "annualAccounts": [ { "year": 2022, "equity": 800000, "totalAssets": 2100000 },
                  { "year": 2021, "equity": 700000, "totalAssets": 2000000 },
                  { "year": 2020, "equity": 650000, "totalAssets": 1900000 } ],
                "memberships": ["Jeugdzorg Nederland"],
                "directors": ["D-1", "D-2"],
                "certificatesOfConduct": [ { "subject": "LEGAL_ENTITY", "issuedOn": "2023-11-02" },
                  { "subject": "DIRECTOR", "holder": "D-1", "issuedOn": "2023-11-02" },
                  { "subject": "DIRECTOR", "holder": "D-2", "issuedOn": "2023-11-03" } ],
                "procurementDeclarations": [ { "issuedOn": "2023-06-01" } ],
                "usesVolunteers": true, "volunteerPolicy": true,
                "insurances": [ { "perEvent": 2500000, "perYear": 5000000, "proofProvided": true } ],
                "qualityCertificates": [ { "scheme": "ISO9001", "validUntil": "2026-01-01" } ],
                "housingAvailable": null },
              "products": [ { "code": "45A01",
                "experience": [ { "commissioner": "Gemeente X", "from": "2022-01-01", "to": "2023-12-31",
                  "trajectories": 12, "independently": true, "toSatisfaction": true, "statement": true } ],
                "staff": [ { "qualification": "HBO", "fte": 3.5 }, { "qualification": "WO", "fte": 1.5 } ] } ] }
            """;

    private final AdmissionType type = new AdmissionType();
    private final PlainAdmission plain = new PlainAdmission(BOOK);
    private final Element full = read(ENGINE.parse(FULL.getBytes(StandardCharsets.UTF_8)));
    private final ObjectNode[] requests = new ObjectNode[APPLICATIONS];
    private final Element[] mix = new Element[APPLICATIONS];
    private final byte[][] json = new byte[APPLICATIONS][];
    private int next;

    @Setup
    public void read() {
        for (int i = 0; i < APPLICATIONS; i++) {
            requests[i] = SeededApplications.application(i);
            mix[i] = read(requests[i]);
            json[i] = requests[i].toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Element read(ObjectNode request) {
        return ENGINE.read(BOOK, AdmissionType.ID, request);
    }

    private int next() {
        next = next + 1 == APPLICATIONS ? 0 : next + 1;
        return next;
    }

    @Benchmark
    public List<Judged> judgeOne() {
        return ENGINE.judge(BOOK, AdmissionType.ID, full);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Judged> judgeOneSampled() {
        return judgeOne();
    }

    @Benchmark
    public List<Judged> judgeMix() {
        return ENGINE.judge(BOOK, AdmissionType.ID, mix[next()]);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Judged> judgeMixSampled() {
        return judgeMix();
    }

    @Benchmark
    public Object plainOne() {
        return plain.judge(full);
    }

    @Benchmark
    public Object plainMix() {
        return plain.judge(mix[next()]);
    }

    @Benchmark
    public List<Judged> readAndJudgeMix() {
        return ENGINE.judge(BOOK, AdmissionType.ID, read(ENGINE.parse(json[next()])));
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Decision decideMix() {
        return ENGINE.decide(type, new Input(requests[next()], DecisionEngine.noContext()), BOOK, Language.NL);
    }
}
