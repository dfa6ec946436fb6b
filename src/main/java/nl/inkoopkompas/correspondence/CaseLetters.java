package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.correspondence.CaseRecipients.Recipient;
import nl.inkoopkompas.correspondence.LetterRefused.Problem;
import nl.inkoopkompas.exceptioncontract.Act;
import nl.inkoopkompas.exceptioncontract.Act.Said;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters on requests for exception contracts: how each would read, and those that were sent. */
@Component
public class CaseLetters {

    private final ExceptionContracts contracts;
    private final RuleBooks ruleBooks;
    private final CaseLetterOrders orders;
    private final CaseRecipients recipients;
    private final CaseLetterText text;
    private final LetterArchive archive;
    private final Outbox outbox;
    private final Paper paper;

    CaseLetters(
            ExceptionContracts contracts,
            RuleBooks ruleBooks,
            CaseLetterOrders orders,
            CaseRecipients recipients,
            CaseLetterText text,
            LetterArchive archive,
            Outbox outbox,
            Paper paper) {
        this.contracts = contracts;
        this.ruleBooks = ruleBooks;
        this.orders = orders;
        this.recipients = recipients;
        this.text = text;
        this.archive = archive;
        this.outbox = outbox;
        this.paper = paper;
    }

    /** Somebody who gets a letter; the address is null where none is set. */
    public record Addressee(String name, @Nullable String address) {}

    /** A letter as it would be, as a piece of a page. */
    public record Preview(CaseLetterKind kind, List<Addressee> to, String article) {}

    /** The letters that would go out if somebody did something now. */
    public List<Preview> previews(
            ExceptionCase one, CaseAction action, @Nullable String motivation, Actor actor, Instant at) {
        Act act = new Act(
                one.line().turn() + 1,
                action,
                at,
                actor.username(),
                actor.role(),
                null,
                one.status(),
                one.status(),
                new Said(motivation, null, null, null, null),
                null);
        return CaseLetterKind.askedBy(action).stream()
                .map(kind -> new Preview(
                        kind,
                        recipients.of(kind, one.line()).stream()
                                .map((Recipient to) -> new Addressee(to.name(), to.address()))
                                .toList(),
                        text.article(kind, basis(one, act))))
                .toList();
    }

    byte[] print(CaseLetter order) {
        ExceptionCase one = contracts.find(order.caseId()).orElseThrow();
        Act act = one.acts().stream()
                .filter(done -> done.turn() == order.turn())
                .findFirst()
                .orElseThrow();
        return paper.print(text.document(order.kind(), basis(one, act)));
    }

    private CaseBasis basis(ExceptionCase one, Act act) {
        RegisteredDecision decision = contracts.decision(one);
        return new CaseBasis(
                one, act, decision, ruleBooks.require(decision.summary().ruleBookVersion()));
    }

    /** Those of a case that somebody may read, oldest first. */
    public List<CaseLetter> of(ExceptionCase one, Actor reader) {
        return orders.of(one.id()).stream()
                .filter(letter -> !letter.kind().namesClient() || reader.seesClientOf(one.line()))
                .toList();
    }

    /** The bytes that were sent; empty where it is not written yet. */
    public Optional<byte[]> document(CaseLetter letter) {
        return Optional.ofNullable(letter.letter()).flatMap(archive::document);
    }

    /**
     * Gives the address that a mail lacked. Gives false when it has one by now.
     *
     * @throws LetterRefused when it is no address
     */
    public boolean address(ExceptionCase one, UUID mail, String address, Instant at, String by) {
        Problem problem = LetterCheck.addressProblem(address.strip());
        if (problem != null) {
            throw new LetterRefused(List.of(problem));
        }
        return outbox.byId(mail)
                .filter(found -> found.dossier().equals(one.id()))
                .map(found -> outbox.addressed(found, address.strip(), at, by))
                .orElse(false);
    }
}
