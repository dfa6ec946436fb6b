package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.register.RecentEntries;
import nl.inkoopkompas.register.RecentEntries.Recent;
import nl.inkoopkompas.web.pages.StartPage.Changed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What changed lately, for the start: what happened, to what, by whom. */
@Component
class RecentChanges {

    private static final int MOST = 8;
    private static final int LOOK_BACK = 100;

    /** What happened that people want to know of. */
    private static final List<String> KINDS = List.of(
            "DECISION",
            "DETERMINATION",
            "SECOND_READING",
            "LETTER",
            "EVIDENCE",
            "EVIDENCE_CHECK",
            "CONTRACTING",
            "RULE_BOOK",
            "COVERAGE");

    private final RecentEntries recent;
    private final List<DecisionPage> pages;
    private final RuleBookDictionary dictionary;
    private final AccessTable access;
    private final MessageSource messages;

    RecentChanges(
            RecentEntries recent,
            List<DecisionPage> pages,
            RuleBookDictionary dictionary,
            AccessTable access,
            MessageSource messages) {
        this.recent = recent;
        this.pages = pages;
        this.dictionary = dictionary;
        this.access = access;
        this.messages = messages;
    }

    /** The newest first; exceptions only for who may see them. */
    List<Changed> shownTo(Person person, Locale locale) {
        List<Changed> changes = new ArrayList<>();
        List<Recent> alike = new ArrayList<>();
        for (Recent one : recent.last(KINDS, RegisterPages.hidden(access, person), LOOK_BACK)) {
            if (!alike.isEmpty() && !isLike(alike.get(0), one)) {
                changes.add(changed(alike, locale));
                alike.clear();
            }
            alike.add(one);
        }
        if (!alike.isEmpty()) {
            changes.add(changed(alike, locale));
        }
        return changes.stream().limit(MOST).toList();
    }

    /** Whether two things are of one kind, by one person, and in no dossier: then they are told at once. */
    private static boolean isLike(Recent one, Recent other) {
        return one.type() == null
                && other.type() == null
                && one.kind().equals(other.kind())
                && one.recordedBy().equals(other.recordedBy());
    }

    private Changed changed(List<Recent> alike, Locale locale) {
        Recent one = alike.get(0);
        Formats formats = new Formats(locale);
        return new Changed(
                one.recordedAt().toString(),
                formats.shortDate(Formats.dateOf(one.recordedAt())) + ", " + formats.time(one.recordedAt()),
                messages.getMessage(
                        "start.changed." + one.kind(), new Object[] {one.recordedBy(), alike.size()}, locale),
                subject(one, locale),
                address(one));
    }

    private @Nullable String subject(Recent one, Locale locale) {
        String type = one.type();
        if (type == null || (one.applicant() != null && !one.applicant().isEmpty())) {
            return one.applicant();
        }
        String what = messages.getMessage("register.type." + type, null, type, locale);
        String contract = one.contract();
        return contract == null ? what : what + " " + dictionary.current(locale).contract(contract);
    }

    private @Nullable String address(Recent one) {
        String type = one.type();
        if (type == null) {
            return null;
        }
        UUID decision = one.kind().equals("DECISION") ? one.id() : Objects.requireNonNull(one.dossier());
        return DecisionPage.address(pages, type, decision).orElse(RegisterPages.PATH + "/" + decision);
    }
}
