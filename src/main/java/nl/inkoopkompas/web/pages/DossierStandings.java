package nl.inkoopkompas.web.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.admission.Determinations;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.admission.Rounds;
import nl.inkoopkompas.correspondence.Terms;
import nl.inkoopkompas.register.Determination;
import nl.inkoopkompas.register.LikeFindings;
import nl.inkoopkompas.web.pages.Standing.Act;
import nl.inkoopkompas.web.pages.Standing.DecidedProduct;
import nl.inkoopkompas.web.pages.Standing.DetermineForm;
import nl.inkoopkompas.web.pages.Standing.DetermineRow;
import nl.inkoopkompas.web.pages.Standing.Determined;
import nl.inkoopkompas.web.pages.Standing.Due;
import nl.inkoopkompas.web.pages.Standing.LikeCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Works out where a dossier in the register stands. */
@Component
class DossierStandings implements Standings {

    /** How many like cases are shown for one finding. */
    private static final int MOST_LIKE = 5;

    private final Dossiers dossiers;
    private final Determinations determinations;
    private final Rounds rounds;
    private final LikeFindings likeFindings;
    private final RoundsTables roundsTables;
    private final DossierEvents events;
    private final Words.Dictionary dictionary;
    private final People people;
    private final AccessTable access;
    private final Terms terms;
    private final Clock clock;

    DossierStandings(
            Dossiers dossiers,
            Determinations determinations,
            Rounds rounds,
            LikeFindings likeFindings,
            RoundsTables roundsTables,
            DossierEvents events,
            Words.Dictionary dictionary,
            People people,
            AccessTable access,
            Terms terms,
            Clock clock) {
        this.dossiers = dossiers;
        this.determinations = determinations;
        this.rounds = rounds;
        this.likeFindings = likeFindings;
        this.roundsTables = roundsTables;
        this.events = events;
        this.dictionary = dictionary;
        this.people = people;
        this.access = access;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Optional<Standing> of(UUID decision, String username, Map<String, String> filledIn, Locale locale) {
        return dossiers.of(decision).map(dossier -> standing(dossier, username, filledIn, locale));
    }

    private Standing standing(Dossier dossier, String username, Map<String, String> filledIn, Locale locale) {
        var words = dictionary.of(dossier.asked().summary().ruleBookVersion(), locale);
        var formats = new Formats(locale);
        var determined = dossier.determination(dossier.asked()).orElse(null);
        var id = dossier.asked().summary().id().toString();
        boolean open = dossier.isLatestAsked()
                && !dossier.isClosed()
                && dossier.waiting().isEmpty()
                && (determined == null || !determined.holds());
        return new Standing(
                id,
                dossier.isLatestAsked()
                        ? null
                        : ApplicationFilter.PATH + "/"
                                + dossier.latest().summary().id(),
                dossier.turn(),
                determined == null ? null : determined(determined, words, formats),
                roundsTables.of(dossier, words, formats).orElse(null),
                open && may(username, DeterminationPages.DETERMINE) ? form(dossier, filledIn, words) : null,
                determined != null
                        && determined.waits()
                        && !determined.determinedBy().equals(username)
                        && may(username, DeterminationPages.READING),
                may(username, "GET", CheckPages.DECISION),
                may(username, RoundPages.ACT) ? acts(dossier, id) : List.of(),
                due(dossier, formats),
                events.of(dossier, formats));
    }

    /** Terms of the letters of this dossier, while nobody has decided. */
    private List<Due> due(Dossier dossier, Formats formats) {
        var today = LocalDate.now(clock);
        return dossier.isClosed()
                ? List.of()
                : terms.of(dossier.id()).stream()
                        .map(term -> new Due(
                                term.kind().name(),
                                formats.date(term.sentOn()),
                                formats.date(term.dueOn()),
                                term.hasPassed(today)))
                        .toList();
    }

    private boolean may(String username, String path) {
        return may(username, "POST", path);
    }

    private boolean may(String username, String method, String path) {
        return people.byUsername(username)
                .map(Person::role)
                .filter(role -> access.allows(role, method, path))
                .isPresent();
    }

    private static Determined determined(Determination made, Words words, Formats formats) {
        var reading = made.reading();
        return new Determined(
                made.products().stream()
                        .map(product -> new DecidedProduct(
                                words.product(product.code()), product.proposed(), product.outcome()))
                        .toList(),
                made.motivation(),
                formats.date(Formats.dateOf(made.determinedAt())),
                made.determinedBy(),
                made.waits(),
                made.holds(),
                reading == null ? null : reading.readBy(),
                reading == null ? null : formats.date(Formats.dateOf(reading.readAt())),
                reading == null ? null : reading.motivation());
    }

    private DetermineForm form(Dossier dossier, Map<String, String> filledIn, Words words) {
        var decided = dossier.decided();
        var rows = new ArrayList<DetermineRow>();
        for (JsonNode product : dossier.latest().decision().path("products")) {
            var code = product.path("code").asString();
            var proposed = product.path("outcome").asString();
            rows.add(new DetermineRow(
                    code,
                    words.product(code),
                    proposed,
                    filledIn.getOrDefault(code, decided.getOrDefault(code, proposed)),
                    decided.containsKey(code)));
        }
        Map<String, List<String>> declared = new LinkedHashMap<>();
        determinations.declared(dossier, LocalDate.now(clock)).forEach((code, papers) -> {
            if (!papers.isEmpty()) {
                declared.put(
                        words.product(code),
                        papers.stream()
                                .map(paper -> words.field(paper.pointer()))
                                .distinct()
                                .toList());
            }
        });
        return new DetermineForm(
                rows,
                filledIn.getOrDefault("motivering", ""),
                declared,
                like(dossier, words),
                determinations.asksSecondReader(dossier));
    }

    private List<LikeCase> like(Dossier dossier, Words words) {
        var like = new ArrayList<LikeCase>();
        for (JsonNode finding : dossier.latest().decision().path("findings")) {
            if (LikeFindings.asks(finding)) {
                likeFindings
                        .of(dossier.id(), finding, MOST_LIKE)
                        .forEach(other -> like.add(new LikeCase(
                                words.criterion(other.criterion()),
                                other.applicant(),
                                ApplicationFilter.PATH + "/" + other.decision(),
                                other.same(),
                                other.verdict(),
                                other.answer(),
                                other.outcome())));
            }
        }
        return like;
    }

    private List<Act> acts(Dossier dossier, String id) {
        @Nullable
        String blocked = !dossier.isLatestAsked()
                ? "later"
                : dossier.waiting().isPresent() ? "waits" : dossier.isClosed() ? "closed" : null;
        var acts = new ArrayList<Act>();
        for (var kind : RoundPages.Kind.values()) {
            boolean suits = kind == RoundPages.Kind.HOORZITTING
                    ? !rounds.hearable(dossier).isEmpty()
                    : kind.suits(dossier.latest().decision());
            var none = blocked == null && !suits ? "nothing" : blocked;
            acts.add(new Act(kind.path(), RoundPages.address(id, kind), kind == RoundPages.Kind.WAT_ALS ? null : none));
        }
        return acts;
    }

    /** The first day on which a dossier can be gone on with: that of the round before, or the reference date. */
    static LocalDate notBefore(Dossier dossier) {
        var round = dossier.latest().round();
        return round == null
                ? dossier.latest().summary().asOf()
                : LocalDate.parse(Objects.requireNonNull(round.path("on").asString()));
    }
}
