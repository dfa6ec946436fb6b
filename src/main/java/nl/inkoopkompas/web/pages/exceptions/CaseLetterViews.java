package nl.inkoopkompas.web.pages.exceptions;

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
        List<Row> rows = letters.of(one, actor).stream()
                .map(letter -> row(letter, mails, asks, new Formats(locale)))
                .toList();
        return new CaseLetterPanel(rows, postman.hasServer());
    }

    private static Row row(CaseLetter letter, List<OutboxMail> mails, boolean asks, Formats formats) {
        return new Row(
                letter.kind().name(),
                letter.letter() == null
                        ? null
                        : CaseQuery.PATH + "/" + letter.caseId() + "/brieven/" + letter.id() + "/brief.pdf",
                formats.shortDate(letter.sentOn()),
                letter.sentOn().toString(),
                mails.stream()
                        .filter(mail -> letter.id().equals(mail.caseLetter()))
                        .map(mail -> new Mail(
                                mail.id().toString(),
                                mail.recipientName(),
                                mail.recipientAddress(),
                                mail.status().name(),
                                asks && mail.status() == OutboxMail.Status.NO_ADDRESS))
                        .toList());
    }
}
