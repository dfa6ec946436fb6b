package nl.inkoopkompas.decision.explanation;

import com.samskivert.mustache.MustacheException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.inkoopkompas.decision.Judged;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Texts;
import nl.inkoopkompas.rulebook.Texts.CriterionTexts;
import org.jspecify.annotations.Nullable;

/** Says in plain language what was found, from the templates of one rule book. Safe for many threads. */
public final class Explainer {

    private final Policy policy;
    private final Templates templates = new Templates();
    private final Map<Language, Formats> formats = new EnumMap<>(Language.class);
    private final Map<Language, Labels> labels = new EnumMap<>(Language.class);

    public Explainer(RuleBook book, Policy policy) {
        this.policy = policy;
        for (Language language : Language.values()) {
            formats.put(language, new Formats(policy, language));
            labels.put(language, new Labels(book, policy, language));
        }
    }

    /** Templates that cannot be filled. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Language language : Language.values()) {
            String file = "rules/" + policy.decision() + "/texts_" + language.code() + ".yaml";
            Texts texts = policy.texts(language);
            texts.criteria().forEach((id, criterion) -> {
                criterion.verdicts().forEach((verdict, text) -> check(file, id + ", " + verdict, text, problems));
                criterion
                        .remedies()
                        .forEach((verdict, text) -> check(file, id + ", remedy " + verdict, text, problems));
            });
            texts.steps().forEach((id, step) -> check(file, "step " + id, step.action(), problems));
        }
        return problems;
    }

    private static void check(String file, String place, String text, List<Problem> problems) {
        try {
            Templates.compile(text);
        } catch (MustacheException e) {
            problems.add(new Problem(file, place, "the template is broken: " + e.getMessage()));
        }
    }

    public Formats formats(Language language) {
        return Objects.requireNonNull(formats.get(language));
    }

    public Labels labels(Language language) {
        return Objects.requireNonNull(labels.get(language));
    }

    /** Why the verdict is what it is, with the values in it; for a judgement, the question. */
    public String reason(Judged finding, Language language) {
        Texts texts = policy.texts(language);
        CriterionTexts criterion = texts.criterion(finding.criterion());
        Map<String, Object> names = names(finding, language);
        if (finding.verdict() == Verdict.NOT_APPLICABLE && finding.because().isEmpty()) {
            return texts.generic("not-applicable");
        }
        if (finding.verdict() == Verdict.REMEDIED) {
            return texts.generic("remedied");
        }
        if (finding.answer() == Answer.JUDGED) {
            return texts.generic(finding.verdict() == Verdict.MET ? "judged-met" : "judged-not-met");
        }
        String reason = templates.fill(text(criterion.verdicts(), finding.verdict()), names);
        return switch (finding.answer()) {
            case MEASURES_REFUSED -> reason + " " + texts.generic("response-refused");
            case LAPSED -> reason + " " + texts.generic("response-lapsed");
            default -> reason;
        };
    }

    /**
     * What would help.
     *
     * @param metFrom the day on which time alone mends it; null where it never does
     */
    public String remedy(Judged finding, Language language, @Nullable LocalDate metFrom) {
        Map<String, Object> names = names(finding, language);
        if (metFrom != null) {
            names.put("metFrom", formats(language).date(metFrom));
        }
        CriterionTexts criterion = policy.texts(language).criterion(finding.criterion());
        return templates.fill(text(criterion.remedies(), finding.verdict()), names);
    }

    private Map<String, Object> names(Judged finding, Language language) {
        Names names = new Names(formats(language), labels(language));
        Map<String, Object> all = names.of(finding);
        Object asOf = root(finding).get(root(finding).shape().require("asOf"));
        all.put("asOf", formats(language).value(asOf, null));
        return all;
    }

    private static Element root(Judged finding) {
        Element root = finding.subject();
        for (Element parent = root.parent(); parent != null; parent = root.parent()) {
            root = parent;
        }
        return root;
    }

    private static String text(Map<String, String> texts, Verdict verdict) {
        return texts.getOrDefault(verdict.name(), "");
    }

    /**
     * What somebody has to do, for these criteria.
     *
     * @param months how often, in months; null where no term is given
     */
    public String action(String step, Language language, Collection<String> criteria, @Nullable Long months) {
        Texts texts = policy.texts(language);
        Map<String, Object> names = new HashMap<>();
        if (months != null) {
            names.put("interval", formats(language).value(months, "months"));
        }
        names.put(
                "criteria",
                formats(language)
                        .enumeration(criteria.stream()
                                .map(id -> texts.criterion(id).name())
                                .toList()));
        return templates.fill(texts.step(step).action(), names);
    }

    /** A text that no finding asks for, with names filled in. */
    public String say(String id, Language language, Map<String, Object> names) {
        return templates.fill(policy.texts(language).generic(id), names);
    }

    public String actor(String step, Language language) {
        return policy.texts(language).step(step).actor();
    }
}
