package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.decision.Finding.AppliedNorm;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.SourceReference;

/**
 * The words of one rule book in one language: all that a page says and that is not the page's own. An id that the book
 * does not know is its own label.
 */
public interface Words {

    /** The name of a criterion, such as "Negatieve ervaringen". */
    String criterion(String id);

    /** The label of the input at a JSON Pointer, such as "Gebeurtenis 1: datum". */
    String field(String pointer);

    /** A single value of the input as people write it: dates, money and options by their label. */
    String value(String pointer, Object value);

    /** The label of a parameter, or of a table row. */
    String norm(String key);

    /** The value of a norm that is set: one entry without a label, or an entry for each cell that was read. */
    List<Labelled> normValue(AppliedNorm norm);

    /** A value that a parameter can have, with its unit; where it chooses a reading, that reading. */
    String parameterValue(Parameter parameter, Object value);

    /** A source as it is quoted, such as "Inkoopplan jeugd en Wmo 2025, § 4.4.1 onder 1". */
    String source(SourceReference source);

    Optional<Reading> interpretation(String id);

    String contract(String id);

    String product(String code);

    /** What can be filled in at a JSON Pointer; empty where the rule book knows no such field. */
    default Optional<Input> input(String pointer) {
        return Optional.empty();
    }

    /** The values that a finding rests on in a few words, shown beside its verdict. */
    default String brief(Finding finding) {
        return Sentences.first(finding.reason());
    }

    /** The words of each rule book. */
    interface Dictionary {

        /** The words of the rule book that a decision was made with. */
        Words of(String ruleBookVersion, Locale locale);

        /** The words of a type of decision in the rule book that one was made with. */
        Words of(String ruleBookVersion, String decision, Locale locale);

        /** The words of the rule book in force today. */
        Words current(Locale locale);
    }

    /**
     * What can be filled in.
     *
     * @param options what can be chosen, by the label that people read; empty where anything can be filled in
     * @param parts the fields of an element, where this is a list
     */
    record Input(Kind kind, String label, List<Labelled> options, List<String> parts) {

        /** What it holds. */
        enum Kind {
            TEXT,
            NUMBER,
            DATE,
            TRUTH,
            LIST
        }
    }

    /** @param label empty where the value says it all */
    record Labelled(String label, String value) {}

    /**
     * A recorded interpretation.
     *
     * @param applied the reading that was applied
     * @param others the readings that were not
     */
    record Reading(String id, String question, String applied, List<String> others) {}

    /** Cuts a text into sentences. */
    final class Sentences {

        private static final Pattern END = Pattern.compile("(?<=[.?!])\\s+(?=\\p{Lu})");

        private Sentences() {}

        static String first(String text) {
            return END.split(text, 2)[0];
        }
    }
}
