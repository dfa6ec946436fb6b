package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.inkoopkompas.decision.Finding;
import nl.inkoopkompas.web.pages.Dossier.Change;
import nl.inkoopkompas.web.pages.Dossier.Fact;
import nl.inkoopkompas.web.pages.Dossier.Norm;
import nl.inkoopkompas.web.pages.Dossier.Remedy;
import org.jspecify.annotations.Nullable;

/** Puts what one finding rests on into words. */
record OpenFindingViews(Words words, Formats formats) {

    private static final String NEW_ELEMENT = "/-";

    /** Says which finding a judgement or response is about: the one that it is shown with. */
    private static final Pattern ADDRESSING = Pattern.compile("/(judgements|responses)/\\d+/(criterion|subject)");

    List<Fact> facts(Finding finding) {
        return finding.facts().stream()
                .filter(fact -> !ADDRESSING.matcher(fact.pointer()).matches())
                .map(fact -> new Fact(words.field(fact.pointer()), value(fact.pointer(), fact.value()), fact.pointer()))
                .toList();
    }

    List<Norm> norms(Finding finding) {
        return finding.norms().stream()
                .map(norm -> new Norm(
                        words.norm(norm.key()),
                        norm.key(),
                        norm.value() == null ? List.of() : words.normValue(norm),
                        formats.date(norm.validFrom()),
                        words.source(norm.source()),
                        norm.example()))
                .toList();
    }

    List<String> sources(Finding finding) {
        return finding.sources().stream().map(words::source).distinct().toList();
    }

    List<Words.Reading> readings(Finding finding) {
        return finding.interpretation().stream()
                .flatMap(id -> words.interpretation(id).stream())
                .toList();
    }

    @Nullable
    Remedy remedy(Finding finding, LocalDate asOf) {
        var remedy = finding.remedy();
        if (remedy == null) {
            return null;
        }
        return new Remedy(
                remedy.text(),
                remedy.missing().stream()
                        .map(pointer -> new Fact(words.field(pointer), null, pointer))
                        .toList(),
                remedy.missingNorms().stream().map(words::norm).toList(),
                remedy.change().stream().map(this::change).toList(),
                remedy.metFrom() == null ? null : formats.date(remedy.metFrom()),
                Timeline.of(finding, asOf, formats).orElse(null));
    }

    private Change change(Finding.Change change) {
        return new Change(
                words.field(change.pointer()),
                change.pointer().endsWith(NEW_ELEMENT),
                value(change.pointer(), change.from()),
                value(change.pointer(), change.to()));
    }

    /** A single value by the rule book's words; an element or a list by those of its parts. */
    private @Nullable String value(String pointer, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> element) {
            return element.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .map(entry -> part(pointer + "/" + entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(item -> String.valueOf(value(pointer, item)))
                    .collect(Collectors.joining(", "));
        }
        return words.value(pointer, value);
    }

    private String part(String pointer, Object value) {
        return words.field(pointer) + " " + value(pointer, value);
    }
}
