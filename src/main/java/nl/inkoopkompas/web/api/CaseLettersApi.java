package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.correspondence.CaseLetter;
import nl.inkoopkompas.correspondence.CaseLetterKind;
import nl.inkoopkompas.correspondence.CaseLetters;
import nl.inkoopkompas.correspondence.Outbox;
import nl.inkoopkompas.correspondence.OutboxMail;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The letters on a request for an exception contract. */
@RestController
@Tag(name = "Exception contracts")
class CaseLettersApi {

    private static final String PATH = ExceptionContractsApi.PATH + "/{id}/letters";

    private final ExceptionContracts contracts;
    private final CaseLetters letters;
    private final Outbox outbox;

    CaseLettersApi(ExceptionContracts contracts, CaseLetters letters, Outbox outbox) {
        this.contracts = contracts;
        this.letters = letters;
        this.outbox = outbox;
    }

    /** Whom a mail is for; the address is null as long as nobody has given one. */
    record MailRecipient(String name, @Nullable String address) {}

    /** A mail that brings a letter. */
    record CaseMail(MailRecipient recipient, OutboxMail.Status status) {}

    /**
     * A letter.
     *
     * @param written whether it can be read; that takes some seconds
     */
    record CaseLetterItem(
            UUID id,
            CaseLetterKind kind,
            int turn,
            LocalDate sentOn,
            boolean written,
            Instant orderedAt,
            String orderedBy,
            List<CaseMail> mails) {}

    /** Those that the caller may read, oldest first. */
    record CaseLetterList(List<CaseLetterItem> items) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List the letters on a case with their mails",
            description = "Those that name the client are left out for other municipalities.")
    CaseLetterList list(@PathVariable String id, @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        Actor actor = ExceptionContractsApi.actor(person);
        ExceptionCase one = find(id, actor);
        List<OutboxMail> mails = outbox.of(one.id());
        return new CaseLetterList(letters.of(one, actor).stream()
                .map(letter -> item(letter, mails))
                .toList());
    }

    private static CaseLetterItem item(CaseLetter letter, List<OutboxMail> mails) {
        return new CaseLetterItem(
                letter.id(),
                letter.kind(),
                letter.turn(),
                letter.sentOn(),
                letter.letter() != null,
                letter.orderedAt(),
                letter.orderedBy(),
                mails.stream()
                        .filter(mail -> letter.id().equals(mail.caseLetter()))
                        .map(mail -> new CaseMail(
                                new MailRecipient(mail.recipientName(), mail.recipientAddress()), mail.status()))
                        .toList());
    }

    @GetMapping(PATH + "/{letter}.pdf")
    @Operation(summary = "Read a letter on a case as it was sent")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE))
    ResponseEntity<byte[]> document(
            @PathVariable String id,
            @PathVariable String letter,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        Actor actor = ExceptionContractsApi.actor(person);
        ExceptionCase one = find(id, actor);
        byte[] pdf = letters.of(one, actor).stream()
                .filter(found -> found.id().toString().equals(letter))
                .flatMap(found -> letters.document(found).stream())
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "Deze brief bestaat niet, of nog niet.", "There is no such letter, or not yet."));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    private ExceptionCase find(String id, Actor actor) {
        return DecisionsApi.uuid(id)
                .flatMap(contracts::find)
                .filter(actor::sees)
                .orElseThrow(() -> Refused.notFound("Deze aanvraag bestaat niet.", "There is no such request."));
    }
}
