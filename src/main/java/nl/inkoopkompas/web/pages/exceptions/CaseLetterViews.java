package nl.inkoopkompas.web.pages.exceptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.correspondence.CaseLetter;
import nl.inkoopkompas.correspondence.CaseLetters;
import nl.inkoopkompas.correspondence.Outbox;
import nl.inkoopkompas.correspondence.OutboxMail;
import nl.inkoopkompas.correspondence.Postman;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.exceptions.CaseLetterPanel.Mail;
import nl.inkoopkompas.web.pages.exceptions.CaseLetterPanel.Row;
import org.springframework.stereotype.Component;

/** Puts the letters on a request into the words of its page. */
@Component
class CaseLetterViews {

    private final CaseLetters letters;
    private final Outbox outbox;
    private final Postman postman;
    private final AccessTable access;

    CaseLetterViews(CaseLetters letters, Outbox outbox, Postman postman, AccessTable access) {
        this.letters = letters;
        this.outbox = outbox;
        this.postman = postman;
        this.access = access;
    }

    CaseLetterPanel panel(ExceptionCase one, Actor actor, Locale locale) {
        List<OutboxMail> mails = outbox.of(one.id());
        boolean asks = actor.seesClientOf(one.line())
                && access.allows(Role.valueOf(actor.role()), "POST", CaseLetterPages.ADDRESS);
        Formats formats = new Formats(locale);
        List<Row> rows = new ArrayList<>();
        letters.of(one, actor).forEach(letter -> rows.add(row(letter, mails, asks, formats)));
        if (actor.seesClientOf(one.line())) {
            mails.stream()
                    .filter(mail -> mail.caseLetter() == null)
                    .forEach(mail -> rows.add(reminder(mail, asks, formats)));
        }
        return new CaseLetterPanel(rows, postman.hasServer());
    }

    private static Row reminder(OutboxMail mail, boolean asks, Formats formats) {
        LocalDate day = Formats.dateOf(mail.createdAt());
        return new Row(
                CaseLetterPanel.REMINDER,
                null,
                false,
                formats.shortDate(day),
                day.toString(),
                List.of(mail(mail, asks)));
    }

    private static Row row(CaseLetter letter, List<OutboxMail> mails, boolean asks, Formats formats) {
        return new Row(
                letter.kind().name(),
                letter.letter() == null
                        ? null
                        : CaseQuery.PATH + "/" + letter.caseId() + "/brieven/" + letter.id() + "/brief.pdf",
                letter.letter() == null,
                formats.shortDate(letter.sentOn()),
                letter.sentOn().toString(),
                mails.stream()
                        .filter(mail -> letter.id().equals(mail.caseLetter()))
                        .map(mail -> mail(mail, asks))
                        .toList());
    }

    private static Mail mail(OutboxMail mail, boolean asks) {
        return new Mail(
                mail.id().toString(),
                mail.recipientName(),
                mail.recipientAddress(),
                mail.status().name(),
                asks && mail.status() == OutboxMail.Status.NO_ADDRESS);
    }
}
