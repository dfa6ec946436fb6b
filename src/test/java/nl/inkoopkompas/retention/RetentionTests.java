package nl.inkoopkompas.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import nl.inkoopkompas.admission.Admissions;
import nl.inkoopkompas.admission.Determinations;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.admission.SeededApplications;
import nl.inkoopkompas.correspondence.LetterKind;
import nl.inkoopkompas.correspondence.LetterRequest;
import nl.inkoopkompas.correspondence.Letters;
import nl.inkoopkompas.evidence.Evidence;
import nl.inkoopkompas.evidence.Evidences;
import nl.inkoopkompas.evidence.TestDocuments;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.Seals;
import nl.inkoopkompas.register.Verification;
import nl.inkoopkompas.register.Verifier;
import nl.inkoopkompas.retention.Retention.Removed;
import nl.inkoopkompas.rulebook.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is removed is gone, what is kept is whole, and the chain holds. */
@SpringBootTest(webEnvironment = WebEnvironment.MOCK)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RetentionTests {

    private static final Instant LONG_AGO = Instant.parse("2014-05-01T10:00:00Z");
    private static final Instant LATELY = Instant.parse("2026-05-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @Autowired
    Admissions admissions;

    @Autowired
    Rounds rounds;

    @Autowired
    Determinations determinations;

    @Autowired
    Letters letters;

    @Autowired
    Evidences evidences;

    @Autowired
    DecisionRegister register;

    @Autowired
    Seals seals;

    @Autowired
    Verifier verifier;

    @Autowired
    @Qualifier("owner")
    DataSource owner;

    @Value("${inkoopkompas.files}")
    Path files;

    private UUID old;
    private UUID recent;
    private Evidence shared;
    private Evidence own;

    @BeforeEach
    void keepsTwoDossiers() throws Exception {
        old = dossier("Oude Zorg", LONG_AGO);
        recent = dossier("Nieuwe Zorg", LATELY);
        byte[] same = TestDocuments.image("png", 10, 10);
        shared = received(old, same, LONG_AGO);
        received(recent, same, LATELY);
        own = received(old, TestDocuments.pdf(), LONG_AGO);
        while (seals.seal(LATELY, true) > 0) {
            assertThat(old).isNotEqualTo(recent);
        }
    }

    private UUID dossier(String name, Instant at) {
        ObjectNode application = SeededApplications.application(1);
        ((ObjectNode) application.path("applicant")).put("name", name);
        UUID first = Objects.requireNonNull(admissions
                .record(bytes(application), Language.NL, at, "inkoper")
                .id());
        LocalDate asOf = LocalDate.parse(application.path("asOf").asString());
        UUID second = Objects.requireNonNull(rounds.record(
                        first, """
                        {"kind": "SUPPLEMENT", "on": "%s", "changes": [
                          {"op": "add", "path": "/applicant/employees", "value": 43}]}
                        """.formatted(asOf.plusDays(3)).getBytes(StandardCharsets.UTF_8), Language.NL, at, "rwo")
                .id());
        LetterRequest letter = new LetterRequest(
                UUID.randomUUID(), LetterKind.CONFIRMATION, name, "zorg@zorg.example", asOf, null, "");
        letters.send(second, letter, asOf, at, "inkoper");
        ObjectNode determination = JsonNodeFactory.instance.objectNode();
        for (JsonNode product : registered(second).decision().path("products")) {
            determination
                    .withArray("products")
                    .addObject()
                    .put("code", product.path("code").asString())
                    .put("outcome", "ASSESS");
        }
        determination.put("motivation", "Hier moet nog iemand anders naar kijken.");
        determinations.determine(second, bytes(determination), at, "inkoper");
        return first;
    }

    private Evidence received(UUID dossier, byte[] content, Instant at) throws Exception {
        String name = content[0] == '%' ? "bewijs.pdf" : "bewijs.png";
        LocalDate day = LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
        return evidences.receive(
                registered(dossier),
                new Evidences.Upload(name, List.of("/applicant/name"), day, null),
                new ByteArrayInputStream(content),
                at,
                "rwo");
    }

    private RegisteredDecision registered(UUID id) {
        return register.byId(id).orElseThrow();
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Removed retain(boolean remove) throws Exception {
        try (Connection connection = owner.getConnection()) {
            return new Retention(connection, files).removeBefore(Map.of(RecordKind.ADMISSION, DAY), remove);
        }
    }

    private boolean holds(String text) {
        return JdbcClient.create(owner)
                        .sql("select count(*) from journal_content where content like :text")
                        .param("text", "%" + text + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void onlyCountsUnlessAskedToRemove() throws Exception {
        Removed counted = retain(false);

        assertThat(counted).isEqualTo(new Removed(Map.of(RecordKind.ADMISSION, 1), 6, 1, 1));
        assertThat(holds("Oude Zorg")).isTrue();
        assertThat(verifier.verify().withoutContent()).isZero();
    }

    @Test
    void removesOldDossiersAndKeepsTheChain() throws Exception {
        long entries = verifier.verify().entries();

        Removed removed = retain(true);

        assertThat(removed).isEqualTo(new Removed(Map.of(RecordKind.ADMISSION, 1), 6, 1, 1));
        Verification after = verifier.verify();
        assertThat(after.intact()).as(after.toString()).isTrue();
        assertThat(after.entries()).isEqualTo(entries);
        assertThat(after.withoutContent()).isEqualTo(6);
        assertThat(holds("Oude Zorg")).isFalse();
        assertThat(register.byId(old)).isEmpty();
        assertThat(registered(recent).rounds()).hasSize(2);
        assertThat(letters.of(recent)).hasSize(1);
        assertThat(letters.of(old)).isEmpty();
        assertThat(evidences.file(own)).isEmpty();
        assertThat(evidences.file(shared)).as("the recent dossier has it too").isPresent();
        assertThat(retain(true)).as("once more").isEqualTo(new Removed(Map.of(RecordKind.ADMISSION, 0), 0, 0, 0));
    }

    @Test
    void isAskedForByName() {
        assertThat(RetentionCommand.isAsked("--server.port=1", "--inkoopkompas.retention=2020-01-01"))
                .isTrue();
        assertThat(RetentionCommand.isAsked("--inkoopkompas.retentions=2020-01-01"))
                .isFalse();
        assertThat(RetentionCommand.isAsked("--inkoopkompas.retention.exception-withdrawn=2020-01-01"))
                .isTrue();
        assertThat(RetentionCommand.isAsked("--inkoopkompas.retention.remove=true"))
                .isFalse();
        assertThat(RetentionCommand.run(DAY, "--inkoopkompas.retention=yesterday"))
                .isEqualTo(1);
    }
}
