package nl.inkoopkompas.transition;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.Book;
import nl.inkoopkompas.sheets.Book.Look;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Writes a plan as a workbook that municipalities work with: lines, groups, workload, tasks and what is not planned.
 */
@Component
public class PlanWorkbook {

    private final Transitions transitions;

    PlanWorkbook(Transitions transitions) {
        this.transitions = transitions;
    }

    /** Writes while it reads: what has been written is kept on disk, not in memory. */
    public void write(RegisteredDecision plan, Language language, OutputStream out) throws IOException {
        try (Book book = new Book()) {
            lines(new Rows(book, "indicaties"), plan, language);
            JsonNode decision = plan.decision();
            groups(new Rows(book, "groepen"), decision);
            workload(new Rows(book, "werklast"), decision);
            tasks(new Rows(book, "taken"), decision);
            unplanned(new Rows(book, "niet gepland"), decision);
            book.write(out);
        }
    }

    private void lines(Rows rows, RegisteredDecision plan, Language language) {
        rows.header(
                "kenmerk",
                "gemeente",
                "aanbieder",
                "oud product",
                "einde",
                "situatie",
                "scenario",
                "oude voorwaarden tot en met",
                "herindiceren vóór",
                "herindiceren in",
                "nieuw product",
                "nieuwe omvang",
                "andere aanbieder",
                "via uitzonderingscontract",
                "reden wijziging",
                "voor de inwoner");
        transitions.forEach(plan, language, line -> {
            rows.next();
            rows.text(line.id());
            rows.text(line.municipality());
            rows.text(line.provider());
            rows.text(line.product());
            rows.date(line.end());
            rows.number(line.situation());
            rows.text(line.scenario() == null ? null : line.scenario().name());
            rows.date(line.continuesUntil());
            rows.date(line.reindicateBy());
            rows.text(line.plannedIn());
            rows.text(line.newProduct());
            rows.text(line.newVolume() == null ? null : line.newVolume().toPlainString());
            rows.text(line.providerChanges() ? "ja" : "nee");
            rows.text(line.viaExceptionContract() ? "ja" : "nee");
            rows.text(line.changeReason());
            rows.text(line.resident());
        });
    }

    private static void groups(Rows rows, JsonNode decision) {
        rows.header(
                "oud product",
                "situatie",
                "indicaties",
                "scenario",
                "mogelijk",
                "score",
                "gekozen",
                "geblokkeerd door");
        for (JsonNode group : decision.path("groups")) {
            for (JsonNode scenario : group.path("scenarios")) {
                rows.next();
                rows.text(group.path("product").asString(""));
                rows.number(group.path("situation").asInt());
                rows.number(group.path("indications").asInt());
                rows.text(scenario.path("scenario").asString(""));
                rows.text(scenario.path("possible").asBoolean() ? "ja" : "nee");
                if (scenario.path("score").isNumber()) {
                    rows.number(scenario.path("score").asDouble());
                } else {
                    rows.text(null);
                }
                rows.text(group.path("chosen").equals(scenario.path("scenario")) ? "ja" : "");
                List<String> blocking = scenario.path("blockedBy").values().stream()
                        .map(criterion -> criterion.asString(""))
                        .toList();
                rows.text(String.join(", ", blocking));
            }
        }
    }

    private static void workload(Rows rows, JsonNode decision) {
        rows.header("gemeente", "maand", "herindicaties", "past niet");
        for (JsonNode load : decision.path("workload")) {
            rows.next();
            rows.text(load.path("municipality").asString(""));
            rows.text(load.path("month").asString(""));
            rows.number(load.path("reindications").asInt());
            rows.number(load.path("exceeding").asInt());
        }
    }

    private static void tasks(Rows rows, JsonNode decision) {
        rows.header("wie", "wat", "uiterlijk");
        for (JsonNode task : decision.path("next")) {
            rows.next();
            rows.text(task.path("actor").asString(""));
            rows.text(task.path("action").asString(""));
            rows.text(task.path("dueOn").asString(""));
        }
    }

    private static void unplanned(Rows rows, JsonNode decision) {
        rows.header("kenmerk", "gemeente", "aanbieder", "product");
        for (JsonNode indication : decision.path("unplanned")) {
            rows.next();
            rows.text(indication.path("id").asString(""));
            rows.text(indication.path("municipality").asString(""));
            rows.text(indication.path("provider").asString(""));
            rows.text(indication.path("product").asString(""));
        }
    }

    /** The rows of a sheet, cell after cell. */
    private static final class Rows {
        private final Book book;
        private final SXSSFSheet sheet;
        private @Nullable Row row;
        private int count;
        private int column;

        Rows(Book book, String name) {
            this.book = book;
            this.sheet = book.sheet(name);
        }

        void header(String... names) {
            next();
            for (String name : names) {
                Cell cell = cell();
                cell.setCellStyle(book.style(Look.HEADER));
                cell.setCellValue(name);
            }
        }

        void next() {
            row = sheet.createRow(count++);
            column = 0;
        }

        private Cell cell() {
            return Objects.requireNonNull(row).createCell(column++);
        }

        void text(@Nullable String text) {
            int at = column++;
            if (text != null) {
                book.text(Objects.requireNonNull(row), at, text, Look.TEXT);
            }
        }

        void number(double number) {
            cell().setCellValue(number);
        }

        void date(@Nullable LocalDate date) {
            if (date == null) {
                column++;
                return;
            }
            Cell cell = cell();
            cell.setCellStyle(book.style(Look.DATE));
            cell.setCellValue(date);
        }
    }
}
