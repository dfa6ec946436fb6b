package nl.inkoopkompas.decision.algebra;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request under judgement: its reference date, and what has been worked out about it once for all criteria. */
public final class CaseFile {

    private final Element request;
    private final Leaf asOf;
    private final LocalDate day;
    private final @Nullable Why[] definitions;
    private final @Nullable Scope definitionScope;
    private final @Nullable OtherDecisions others;
    private final Map<String, Findings.Answer> answers = new HashMap<>();

    /**
     * @param definitionSubject what shared definitions are about; null where the book has none
     * @param definitions how many of them there are
     */
    CaseFile(Element request, @Nullable Element definitionSubject, int definitions, @Nullable OtherDecisions others) {
        this.others = others;
        this.request = request;
        this.asOf = new Leaf(request, request.shape().require("asOf").slot());
        if (!(asOf.value() instanceof LocalDate date)) {
            throw new IllegalArgumentException("A request has a reference date");
        }
        this.day = date;
        this.definitions = new Why[definitions];
        this.definitionScope = definitionSubject == null ? null : scopeOf(definitionSubject);
    }

    Element request() {
        return request;
    }

    Leaf asOf() {
        return asOf;
    }

    LocalDate day() {
        return day;
    }

    OtherDecisions others() {
        if (others == null) {
            throw new IllegalStateException("This case asks no other decision");
        }
        return others;
    }

    /** What another decision finds, asked once. */
    Findings.Answer answer(String asked, Supplier<Findings.Answer> ask) {
        Findings.Answer answer = answers.get(asked);
        if (answer == null) {
            answer = ask.get();
            answers.put(asked, answer);
        }
        return answer;
    }

    Scope scopeOf(Element subject) {
        return new Scope(this, subject, subject, null);
    }

    Why definition(int index, Condition condition) {
        Why why = definitions[index];
        if (why == null) {
            why = condition.why(definitionScope());
            definitions[index] = why;
        }
        return why;
    }

    Scope definitionScope() {
        if (definitionScope == null) {
            throw new IllegalStateException("There is nothing that definitions are about");
        }
        return definitionScope;
    }
}
