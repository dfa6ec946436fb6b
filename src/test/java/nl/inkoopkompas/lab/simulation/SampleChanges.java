package nl.inkoopkompas.lab.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.lab.Edit;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes of the project's rule book, of every kind that a draft knows and that matters to an outcome. */
final class SampleChanges {

    static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<RuleBookFiles, RuleBook> READ = new HashMap<>();

    private static final List<Edit> ALL = List.of(
            cell("admission/insurance", "other", "perEvent", "3000000"),
            cell("admission/insurance", "other", "perEvent", "2000000"),
            cell("admission/insurance", "other", "perYear", "9000000"),
            cell("admission/insurance", "micro", "perYear", "null"),
            value("admission.financial-health.solvency-lower", "0.35"),
            value("admission.financial-health.solvency-upper", "0.45"),
            value("admission.financial-health.years", "2"),
            value("admission.experience.look-back-years", "1"),
            value("admission.procurement-declaration.max-age-months", "12"),
            value("admission.certificate-of-conduct.max-age-months", "12"),
            value("admission.negative-experience.look-back-years", "5"),
            value("admission.micro.employees-below", "25"),
            value("admission.micro.amount-below", "null"),
            cell("admission/criteria", "insurance", "remediable", "false"),
            cell("admission/criteria", "volunteer-policy", "applies", "false"),
            cell("admission/criteria", "competent-staff", "effect", "\"ENTRY\""),
            cell("admission/products", "p-45a01", "minFte", "8"),
            cell("admission/products", "p-01a01", "minTrajectories", "20"),
            cell("admission/products", "p-02a04", "minLevel", "\"WO\""),
            cell("admission/entry-windows", "ambulant-jeugd-2024", "closesOn", "\"2024-03-15\""),
            new Edit.AddedRow(
                    "admission/associations",
                    Map.of(
                            "id",
                            JSON.readTree("\"elders\""),
                            "association",
                            JSON.readTree("\"Vereniging Elders\""),
                            "contract",
                            JSON.readTree("\"*\""))),
            new Edit.RemovedRow("admission/associations", "vgn"));

    private SampleChanges() {}

    private static Edit cell(String table, String row, String column, String value) {
        return new Edit.Cell(table, row, column, JSON.readTree(value));
    }

    /** What a shortcoming on a criterion leads to, by the row of the table of criteria. */
    static Edit effect(String row) {
        return cell("admission/criteria", row, "effect", row.equals("entry-window") ? "\"KNOCK_OUT\"" : "\"ENTRY\"");
    }

    static Edit value(String parameter, String value) {
        JsonNode read = JSON.readTree(value);
        return new Edit.Value(parameter, FROM, read, null, false);
    }

    /** Some changes, each another edit, from a seed. */
    static List<Edit> some(int seed) {
        Random random = new Random(seed);
        List<Edit> some = new ArrayList<>();
        Set<Integer> chosen = new TreeSet<>();
        int count = 1 + seed % 4;
        while (chosen.size() < count) {
            chosen.add(random.nextInt(ALL.size()));
        }
        chosen.forEach(at -> some.add(ALL.get(at)));
        return some;
    }

    static List<Edit> all() {
        return ALL;
    }

    /** The project's book with some of these changes, which are numbered from one. */
    static RuleBook book(List<Edit> edits, Set<Integer> numbers) {
        RuleBookFiles files = ProjectRuleBook.FILES;
        for (int number : new TreeSet<>(numbers)) {
            files = edits.get(number - 1).applyTo(files, ProjectRuleBook.BOOK);
        }
        RuleBookFiles changed = files;
        synchronized (READ) {
            return READ.entrySet().stream()
                    .filter(known -> known.getKey().hash().equals(changed.hash()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> {
                        RuleBook book = RuleBookReader.read(changed);
                        READ.put(changed, book);
                        return book;
                    });
        }
    }

    static Books books(List<Edit> edits) {
        List<Integer> numbers = IntStream.rangeClosed(1, edits.size()).boxed().toList();
        return new Books(
                ProjectRuleBook.ENGINE,
                new AdmissionType(),
                ProjectRuleBook.BOOK,
                book(edits, Set.copyOf(numbers)),
                numbers,
                some -> book(edits, some),
                FROM);
    }
}
