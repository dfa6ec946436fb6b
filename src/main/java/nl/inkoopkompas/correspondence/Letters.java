package nl.inkoopkompas.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The letters of a dossier: which can be sent now, how each would read, and those that were sent. */
@Component
public class Letters {

    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final RuleBooks ruleBooks;
    private final LetterArchive archive;
    private final LetterText text;
    private final Paper paper;
    private final Outbox outbox;
    private final TransactionTemplate transactions;

    Letters(
            DecisionRegister register,
            DeterminationRegister determinations,
            RuleBooks ruleBooks,
            LetterArchive archive,
            LetterText text,
            Paper paper,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.determinations = determinations;
        this.ruleBooks = ruleBooks;
        this.archive = archive;
        this.text = text;
        this.paper = paper;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Every kind of letter with whether it can be sent on this round, which must be the last. */
    public List<LetterChoice> choices(RegisteredDecision decision) {
        Basis basis = basis(decision);
        List<Letter> sent = archive.of(decision.dossier());
        return Arrays.stream(LetterKind.values())
                .map(kind -> new LetterChoice(
                        kind,
                        obstacle(basis, kind),
                        sent.stream()
                                .filter(letter -> letter.kind() == kind
                                        && letter.decision()
                                                .equals(decision.summary().id()))
                                .map(Letter::sentOn)
                                .reduce((earlier, later) -> later)
                                .orElse(null)))
                .toList();
    }

    /** The last day of the term that a letter of this date gives; null where no term is known. */
    public @Nullable LocalDate dueOn(RegisteredDecision decision, LetterKind kind, LocalDate sentOn) {
        var days = basis(decision).term(kind, sentOn);
        return days.isEmpty() ? null : sentOn.plusDays(days.getAsInt());
    }

    /**
     * A letter as it would be sent.
     *
     * @throws LetterNotPossible when the dossier does not allow it now
     * @throws LetterRefused when something is filled in wrongly
     */
    public LetterDraft draft(RegisteredDecision decision, LetterRequest request, LocalDate today) {
        Basis basis = basis(decision);
        Bilingual obstacle = obstacle(basis, request.kind());
        if (obstacle != null) {
            throw new LetterNotPossible(obstacle);
        }
        return text.draft(basis, LetterCheck.checked(basis, request, today));
    }

    public byte[] print(LetterDraft draft) {
        return paper.print(draft.text());
    }

    /**
     * Sends a letter: it is recorded for good, and its mail waits in the outbox from then on. A request that was
     * carried out before gives the letter of that time.
     *
     * @throws LetterNotPossible when the dossier does not allow it now
     * @throws LetterRefused when something is filled in wrongly
     */
    public Letter send(UUID decision, LetterRequest request, LocalDate today, Instant at, String by) {
        Optional<Letter> before = archive.ofRequest(request.id());
        if (before.isPresent()) {
            return before.get();
        }
        LetterDraft draft = draft(decision(decision), request, today);
        byte[] pdf = print(draft);
        String sha256 = Digest.sha256(pdf);
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                requireUnchanged(draft);
                Letter letter = archive.add(draft, pdf, sha256, at, by);
                outbox.add(List.of(post(letter)), at);
                return letter;
            }));
        } catch (DuplicateKeyException e) {
            return archive.ofRequest(request.id()).orElseThrow(() -> e);
        }
    }

    private Outbox.Post post(Letter letter) {
        return new Outbox.Post(
                letter.id(),
                null,
                letter.dossier(),
                letter.recipientName(),
                letter.recipientAddress(),
                text.mail(letter),
                letter.fileName());
    }

    /** Somebody else may have gone on while the letter was written. */
    private void requireUnchanged(LetterDraft draft) {
        Basis now = basis(decision(draft.decision()));
        Determination inForce = now.inForce();
        UUID determination = inForce == null ? null : inForce.id();
        if (obstacle(now, draft.request().kind()) != null || !Objects.equals(determination, draft.determination())) {
            throw new LetterNotPossible(new Bilingual(
                    "Het dossier is intussen veranderd. Bekijk de brief opnieuw.",
                    "The dossier has changed meanwhile. Look at the letter again."));
        }
    }

    private RegisteredDecision decision(UUID id) {
        return register.byId(id).orElseThrow();
    }

    private static @Nullable Bilingual obstacle(Basis basis, LetterKind kind) {
        List<DecisionSummary> rounds = basis.decision().rounds();
        if (!rounds.get(rounds.size() - 1)
                .id()
                .equals(basis.decision().summary().id())) {
            return new Bilingual(
                    "Er is een nieuwere ronde. Een brief gaat over de laatste ronde.",
                    "There is a newer round. A letter is about the last round.");
        }
        return basis.obstacle(kind);
    }

    private Basis basis(RegisteredDecision decision) {
        String version = decision.summary().ruleBookVersion();
        RuleBook book = ruleBooks
                .byVersion(version)
                .orElseThrow(() -> new IllegalStateException("Rule book " + version + " is not in the register"));
        return new Basis(decision, book, determinations.on(decision).orElse(null));
    }

    /** The letters of a dossier, oldest first. */
    public List<Letter> of(UUID dossier) {
        return new ArrayList<>(archive.of(dossier));
    }

    public Optional<Letter> byId(UUID id) {
        return archive.byId(id);
    }

    /** The bytes that were sent. */
    public Optional<byte[]> document(UUID letter) {
        return archive.document(letter);
    }
}
