package nl.inkoopkompas.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import nl.inkoopkompas.rulebook.RuleBookReader;

/** The rule book of this project with something else in one of its files. */
public final class Drafted {

    public static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    public static final List<AdmissionType> TYPES = List.of(new AdmissionType());
    public static final String PARAMETERS = "rules/admission/parameters.yaml";
    public static final String INSURANCE = "decision-tables/admission/insurance.csv";
    public static final String CRITERIA = "decision-tables/admission/criteria.csv";

    private Drafted() {}

    public static RuleBook with(String path, String from, String to) {
        return with(ProjectRuleBook.FILES, path, from, to);
    }

    public static RuleBook with(RuleBookFiles files, String path, String from, String to) {
        assertThat(files.text(path)).contains(from);
        return book(files.with(path, files.text(path).replace(from, to)));
    }

    public static RuleBook book(RuleBookFiles files) {
        RuleBook book = RuleBookReader.read(files);
        ProjectRuleBook.ENGINE.prepare(book);
        return book;
    }

    /** The text of a value of a parameter as its file has it, under one section of the plan. */
    public static String value(String value, String section) {
        return "value: " + value + ", source: { document: inkoopplan-2025, section: \"" + section + "\"";
    }
}
