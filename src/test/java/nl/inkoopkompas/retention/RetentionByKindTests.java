package nl.inkoopkompas.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nl.inkoopkompas.register.Verification;
import nl.inkoopkompas.register.Verifier;
import nl.inkoopkompas.retention.Retention.Removed;
import nl.inkoopkompas.web.api.ApiCaller;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import nl.inkoopkompas.web.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Of the kinds of records that have a day, what is old is removed; the others stay as they are. */
@ApiTest
@DirtiesContext
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:retention-by-kind;DB_CLOSE_DELAY=-1")
class RetentionByKindTests {

    private static final String EXCEPTIONS = "/api/v1/exception-contracts";
    private static final LocalDate LATER = LocalDate.now().plusDays(2);

    @Autowired
    ApiCaller api;

    @Autowired
    Verifier verifier;

    @Autowired
    @Qualifier("owner")
    DataSource owner;

    @Value("${inkoopkompas.files}")
    Path files;

    @Test
    void removesOnlyTheKindsThatHaveADay() throws Exception {
        Map<String, String> made = records();
        long entries = verifier.verify().entries();

        assertThat(retain(Map.of(), true)).isEqualTo(new Removed(Map.of(), 0, 0, 0));
        assertThat(retain(Map.of(RecordKind.EXCEPTION_APPROVED, LocalDate.of(2020, 1, 1)), true)
                        .dossiers())
                .containsExactly(entry(RecordKind.EXCEPTION_APPROVED, 0));
        assertThat(made.keySet())
                .allSatisfy(name -> assertThat(isThere(made, name)).isTrue());

        removes(made, RecordKind.PROCEDURE, "procedure");
        removes(made, RecordKind.TRANSITION, "transition");
        assertThat(count("transition_lines")).isZero();
        removes(made, RecordKind.EXCEPTION_WITHDRAWN, "withdrawn");
        removes(made, RecordKind.EXCEPTION_NOT_NEEDED, "not needed");
        removes(made, RecordKind.EXCEPTION_REJECTED, "rejected");
        removes(made, RecordKind.EXCEPTION_APPROVED, "closed");

        assertThat(made.keySet()).containsExactly("approved", "open");
        assertThat(api.get("rwo", EXCEPTIONS).json().path("total").asInt()).isEqualTo(2);
        assertThat(count("exception_case")).isEqualTo(2);
        Verification after = verifier.verify();
        assertThat(after.intact()).as(after.toString()).isTrue();
        assertThat(after.entries()).isGreaterThanOrEqualTo(entries);
        assertThat(count("journal_content where content like '%Nergens te krijgen%'"))
                .as("the words of requests, and of the advice on one of them")
                .isEqualTo(3);
    }

    @Test
    void refusesADayThatIsYetToCome() {
        LocalDate today = LocalDate.of(2026, 11, 22);

        assertThat(RetentionCommand.run(
                        today, "--inkoopkompas.retention=2016-01-01", "--inkoopkompas.retention.procedure=2026-11-23"))
                .isEqualTo(1);
    }

    /** Removes one kind, and nothing else. */
    private void removes(Map<String, String> made, RecordKind kind, String name) throws Exception {
        assertThat(retain(Map.of(kind, LATER), false).dossiers()).containsExactly(entry(kind, 1));
        assertThat(isThere(made, name)).isTrue();

        Removed removed = retain(Map.of(kind, LATER), true);

        assertThat(removed.dossiers()).containsExactly(entry(kind, 1));
        assertThat(isThere(made, name)).as(name).isFalse();
        made.remove(name);
        assertThat(made.keySet())
                .allSatisfy(other -> assertThat(isThere(made, other)).as(other).isTrue());
        assertThat(verifier.verify().intact()).as(name).isTrue();
    }

    private boolean isThere(Map<String, String> made, String name) {
        return api.get("rwo", "/api/v1/decisions/" + made.get(name)).status() == 200;
    }

    private int count(String rows) {
        return JdbcClient.create(owner)
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private Removed retain(Map<RecordKind, LocalDate> before, boolean remove) throws Exception {
        try (Connection connection = owner.getConnection()) {
            return new Retention(connection, files).removeBefore(before, remove);
        }
    }

    /** One record of each kind, by what it is called here. */
    private Map<String, String> records() {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("procedure", id(api.post("inkoper", "/api/v1/procedures", """
                {"asOf":"2025-06-01","contract":"ambulant-jeugd"}""")));
        made.put("transition", id(api.post("rwo", "/api/v1/transitions", """
                {"asOf":"2024-10-01","switchOn":"2025-01-01",
                 "products":[{"old":"OUD-3","new":[],"changed":false,"contract":"hulp-bij-huishouden"}],
                 "contracted":[],"indications":[]}""")));
        JdbcClient.create(owner)
                .sql("insert into transition_lines (decision_id, chunk, lines, content) values (:id, 0, 1, :content)")
                .param("id", UUID.fromString(made.get("transition")))
                .param("content", new byte[] {1})
                .update();
        made.put("withdrawn", exception("90000041"));
        act(made.get("withdrawn"), "toegang-gouda", "WITHDRAW", "");
        Answer imported = api.upload(
                "rwo",
                "/api/v1/contracted-providers/imports",
                "file",
                "gecontracteerden.csv",
                ("kvk_nummer,naam,contract,product,gemeenten,vanaf,tot_en_met,capaciteit,clientenstop_vanaf,"
                                + "clientenstop_tot_en_met\n90000042,Zorg,ambulant-jeugd,45A04,,1-1-2025,,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
        made.put("not needed", exception("90000042"));
        made.put("rejected", decided("90000043", "REJECT"));
        made.put("closed", decided("90000044", "APPROVE"));
        act(made.get("closed"), "toegang-gouda", "ISSUE_INDICATION", "");
        act(made.get("closed"), "rwo", "DRAW_UP_CONTRACT", "");
        act(made.get("closed"), "rwo", "CLOSE", "");
        made.put("approved", decided("90000045", "APPROVE"));
        made.put("open", exception("90000046"));
        assertThat(List.copyOf(made.values())).doesNotHaveDuplicates();
        return made;
    }

    private String decided(String kvkNumber, String action) {
        String id = exception(kvkNumber);
        act(id, "rwo", "TAKE_UP", "");
        act(id, "rwo", "ADVISE", ",\"advice\":\"APPROVE\"");
        act(id, "directeur", action, "");
        return id;
    }

    private void act(String id, String who, String action, String more) {
        Answer acted = api.post(who, EXCEPTIONS + "/" + id + "/actions", """
                {"action":"%s","motivation":"Een motivering van genoeg tekens."%s}""".formatted(action, more));
        assertThat(acted.status()).as(acted.text()).isEqualTo(200);
    }

    private String exception(String kvkNumber) {
        return id(api.post("toegang-gouda", EXCEPTIONS, """
                {"asOf":"2025-03-01","municipality":"0513","client":"C-1","contract":"ambulant-jeugd",
                 "product":"45A04","provider":{"name":"Praktijk","kvkNumber":"%s"},"need":"Nergens te krijgen.",
                 "period":{"from":"2025-03-15"},"value":1000}""".formatted(kvkNumber)));
    }

    private static String id(Answer made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }
}
