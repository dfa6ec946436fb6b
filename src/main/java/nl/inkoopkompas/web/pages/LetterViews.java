package nl.inkoopkompas.web.pages;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.correspondence.Letter;
import nl.inkoopkompas.correspondence.LetterDraft;
import nl.inkoopkompas.correspondence.LetterKind;
import nl.inkoopkompas.correspondence.LetterRefused.Problem;
import nl.inkoopkompas.correspondence.Letters;
import nl.inkoopkompas.correspondence.Outbox;
import nl.inkoopkompas.correspondence.OutboxMail;
import nl.inkoopkompas.correspondence.Postman;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.LetterPages.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the letters of a dossier into the words of a page. */
@Component
class LetterViews {

    private static final String WRITING = ApplicationFilter.PATH + "/{id}/brieven/{kind}";

    private final Letters letters;
    private final Outbox outbox;
    private final Postman postman;
    private final AccessTable access;

    LetterViews(Letters letters, Outbox outbox, Postman postman, AccessTable access) {
        this.letters = letters;
        this.outbox = outbox;
        this.postman = postman;
        this.access = access;
    }

    /** @param writes whether the person may send letters */
    record Overview(
            UUID decision,
            String applicant,
            String outcome,
            int round,
            boolean writes,
            boolean server,
            List<Sent> sent,
            List<Choice> choices) {}

    /**
     * A letter that was sent.
     *
     * @param term the last day of its term; null for none
     * @param passed whether that day has passed
     * @param mail where its mail stands
     */
    record Sent(
            LetterKind kind,
            String href,
            String sentOn,
            String sentIso,
            String recipient,
            String by,
            @Nullable String term,
            boolean passed,
            OutboxMail.@Nullable Status mail,
            String sha256) {}

    /**
     * A kind of letter.
     *
     * @param obstacle why it cannot be sent now; null where it can
     * @param before the date on the last one on this round; null where there is none
     */
    record Choice(
            LetterKind kind,
            String href,
            @Nullable String obstacle,
            @Nullable String before) {}

    /**
     * The form with, once it was filled in well, the letter as it would be.
     *
     * @param errors by field
     */
    record Writing(
            LetterKind kind,
            String applicant,
            String overviewHref,
            String href,
            Map<String, String> values,
            Map<String, String> errors,
            @Nullable String article,
            @Nullable String dueOn,
            String seen,
            String unprintable) {}

    Overview overview(RegisteredDecision decision, LocalDate today, Frame frame, Locale locale) {
        Formats formats = new Formats(locale);
        UUID id = decision.summary().id();
        Map<UUID, OutboxMail.Status> mails = outbox.of(decision.dossier()).stream()
                .collect(Collectors.toMap(OutboxMail::letter, OutboxMail::status));
        List<Sent> sent = new ArrayList<>();
        for (Letter letter : letters.of(decision.dossier())) {
            LocalDate dueOn = letter.dueOn();
            sent.add(
                    0,
                    new Sent(
                            letter.kind(),
                            address(id) + "/" + letter.id() + "/brief.pdf",
                            formats.shortDate(letter.sentOn()),
                            letter.sentOn().toString(),
                            letter.recipientName() + " · " + letter.recipientAddress(),
                            letter.recordedBy(),
                            dueOn == null ? null : formats.shortDate(dueOn),
                            dueOn != null && today.isAfter(dueOn),
                            mails.get(letter.id()),
                            letter.sha256()));
        }
        List<Choice> choices = letters.choices(decision).stream()
                .map(choice -> new Choice(
                        choice.kind(),
                        address(id) + "/" + choice.kind().word(),
                        choice.obstacle() == null ? null : choice.obstacle().in(Language.of(locale)),
                        choice.lastSentOn() == null ? null : formats.date(choice.lastSentOn())))
                .toList();
        return new Overview(
                id,
                Objects.requireNonNullElse(decision.summary().applicantName(), ""),
                decision.summary().outcome(),
                decision.summary().round(),
                writes(frame),
                postman.hasServer(),
                sent,
                choices);
    }

    private boolean writes(Frame frame) {
        return frame.person() != null
                && access.allows(Role.valueOf(frame.person().role()), "POST", WRITING);
    }

    Writing form(
            RegisteredDecision decision,
            LetterKind kind,
            Form form,
            List<Problem> problems,
            @Nullable LetterDraft draft,
            Locale locale) {
        UUID id = decision.summary().id();
        Map<String, String> values = new HashMap<>();
        values.put("verzoek", shown(form.verzoek()));
        values.put("naam", shown(form.naam()));
        values.put("adres", shown(form.adres()));
        values.put("datum", shown(form.datum()));
        values.put("termijn", shown(form.termijn()));
        values.put("tekst", shown(form.tekst()));
        Map<String, String> errors = new HashMap<>();
        for (Problem problem : problems) {
            errors.merge(
                    field(problem.field()),
                    problem.detail().in(Language.of(locale)),
                    (one, other) -> one + " " + other);
        }
        LocalDate dueOn = draft == null ? null : draft.dueOn();
        return new Writing(
                kind,
                Objects.requireNonNullElse(decision.summary().applicantName(), ""),
                address(id),
                address(id) + "/" + kind.word(),
                values,
                errors,
                draft == null ? null : draft.article(),
                dueOn == null ? null : new Formats(locale).date(dueOn),
                draft == null ? "" : seen(draft),
                draft == null ? "" : String.join(" ", draft.unprintable()));
    }

    /** Names the text that somebody saw. */
    static String seen(LetterDraft draft) {
        return UUID.nameUUIDFromBytes(draft.text().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A citizen's number is never shown again. */
    private static String shown(@Nullable String text) {
        return text == null || CitizenNumber.occursIn(text) ? "" : text;
    }

    private static String field(String name) {
        return switch (name) {
            case "recipientName" -> "naam";
            case "recipientAddress" -> "adres";
            case "sentOn" -> "datum";
            case "dueOn" -> "termijn";
            default -> "tekst";
        };
    }

    private static String address(UUID decision) {
        return ApplicationFilter.PATH + "/" + decision + "/brieven";
    }
}
