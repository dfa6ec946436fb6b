package nl.inkoopkompas.web.imports;

import nl.inkoopkompas.admission.intake.ResultsWriter;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.rulebook.Texts;
import nl.inkoopkompas.web.pages.Words;
import org.jspecify.annotations.Nullable;

/** How the workbook with results calls things. */
record ResultLabels(Words words, Texts texts) implements ResultsWriter.Labels {

    @Override
    public String contract(String id) {
        return words.contract(id);
    }

    @Override
    public String product(String code) {
        return words.product(code);
    }

    @Override
    public String outcome(String outcome) {
        return texts.outcome(outcome).label();
    }

    @Override
    public String criterion(String id) {
        return words.criterion(id);
    }

    @Override
    public String verdict(Verdict verdict) {
        return texts.verdicts().getOrDefault(verdict.name(), verdict.name());
    }

    @Override
    public String field(String pointer) {
        return words.field(pointer);
    }

    @Override
    public String norm(String key) {
        return words.norm(key);
    }

    @Override
    public String value(String pointer, @Nullable Object value) {
        return value == null ? "" : words.value(pointer, value);
    }
}
