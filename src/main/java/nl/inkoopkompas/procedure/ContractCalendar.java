package nl.inkoopkompas.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.algebra.Norm;
import nl.inkoopkompas.decision.explanation.Explainer;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * Who has to act by when to keep a contract running: start, announcements, extensions, the checks of an Open House and
 * the end.
 *
 * @param extensionKind how the plan extends it
 * @param conflict whether the plan extends it tacitly where the standard asks for an announcement (Y-02)
 */
public record ContractCalendar(
        String contract, String name, String extensionKind, boolean conflict, List<Entry> items) {

    private static final String ANNOUNCEMENT = "procedure.extension.announcement-months";
    private static final String WATCH = "procedure.calendar.watch-months";

    /** What kind of day it is. */
    public enum Kind {
        START,
        ANNOUNCE,
        DECIDE,
        EXTENSION,
        WATCH,
        END
    }

    /**
     * A day on the calendar.
     *
     * @param on the last day on which it can be done, or the day on which it happens
     * @param tacit whether the plan would have done without
     * @param interpretation ids of the interpretations that were applied
     */
    public record Entry(
            LocalDate on,
            Kind kind,
            String actor,
            String action,
            boolean tacit,
            @Nullable String norm,
            SourceReference source,
            List<String> interpretation) {}

    /** The calendar of a contract under a rule book; empty where there is no such contract. */
    public static Optional<ContractCalendar> of(
            DecisionEngine engine, RuleBook book, String contract, Language language) {
        ContractTerms terms = book.policies().containsKey(ProcedureType.ID) ? ContractTerms.of(book, contract) : null;
        if (terms == null) {
            return Optional.empty();
        }
        Days days = new Days(book, engine.explainer(book, ProcedureType.ID), terms, language);
        days.fill();
        days.entries.sort(Comparator.comparing(Entry::on).thenComparing(Entry::kind));
        boolean conflict = days.entries.stream().anyMatch(entry -> entry.kind() == Kind.ANNOUNCE && entry.tacit());
        return Optional.of(new ContractCalendar(
                contract, terms.name(), terms.extensionKind(), conflict, List.copyOf(days.entries)));
    }

    /** The days of one contract. */
    private static final class Days {

        private final RuleBook book;
        private final Explainer explainer;
        private final ContractTerms terms;
        private final Language language;
        private final List<Entry> entries = new ArrayList<>();

        Days(RuleBook book, Explainer explainer, ContractTerms terms, Language language) {
            this.book = book;
            this.explainer = explainer;
            this.terms = terms;
            this.language = language;
        }

        void fill() {
            LocalDate begins = terms.startsOn();
            if (begins == null || terms.years().isEmpty()) {
                return;
            }
            LocalDate start = begins;
            add(start, Kind.START, null, terms.years().get(0) * 12, false, terms.source(), List.of());
            for (int i = 1; i < terms.years().size(); i++) {
                begins = begins.plusYears(terms.years().get(i - 1));
                extension(i, begins);
            }
            LocalDate over = begins.plusYears(terms.years().get(terms.years().size() - 1));
            add(over.minusDays(1), Kind.END, null, null, false, terms.source(), List.of("X-18"));
            watch(start, over);
        }

        private void extension(int number, LocalDate begins) {
            Norm ahead = norm(ANNOUNCEMENT, begins);
            boolean tacit = terms.isTacit(number);
            long months = terms.years().get(number) * 12;
            if (ahead != null && ahead.value() instanceof Long term) {
                add(
                        begins.minusMonths(term),
                        Kind.ANNOUNCE,
                        ANNOUNCEMENT,
                        term,
                        tacit,
                        ahead.source(),
                        List.of("Y-02"));
            }
            if (!tacit) {
                add(begins.minusDays(1), Kind.DECIDE, null, null, false, terms.source(), List.of());
            }
            add(begins, Kind.EXTENSION, null, months, tacit, terms.source(), List.of());
        }

        /** An Open House stays one only as long as its conditions hold, so they are looked at over the whole term. */
        private void watch(LocalDate start, LocalDate over) {
            Norm every = norm(WATCH, start);
            if (!Procedure.OPEN_HOUSE.name().equals(terms.procedure())
                    || every == null
                    || !(every.value() instanceof Long months)
                    || months < 1) {
                return;
            }
            for (LocalDate day = start.plusMonths(months); day.isBefore(over); day = day.plusMonths(months)) {
                add(day, Kind.WATCH, WATCH, months, false, every.source(), List.of());
            }
        }

        private @Nullable Norm norm(String key, LocalDate day) {
            return book.parameter(key).map(parameter -> Norm.of(parameter, day)).orElse(null);
        }

        private void add(
                LocalDate on,
                Kind kind,
                @Nullable String norm,
                @Nullable Long months,
                boolean tacit,
                SourceReference source,
                List<String> interpretation) {
            String step = "calendar-" + kind.name().toLowerCase(Locale.ROOT);
            entries.add(new Entry(
                    on,
                    kind,
                    explainer.actor(step, language),
                    explainer.action(step, language, List.of(), months),
                    tacit,
                    norm,
                    source,
                    interpretation));
        }
    }
}
