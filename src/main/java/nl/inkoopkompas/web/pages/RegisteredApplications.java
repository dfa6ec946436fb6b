package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionRegister.Count;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.DeterminationRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The applications that stand in the register. */
@Component
class RegisteredApplications implements ApplicationArchive {

    private static final DecisionFilter ROUNDS = DecisionFilter.all().ofType(AdmissionType.ID);
    private static final DecisionFilter ALL = ROUNDS.latestRounds();

    private final DecisionRegister register;
    private final DeterminationRegister determinations;
    private final Decisions decisions;

    private final AtomicReference<@Nullable Whole> counted = new AtomicReference<>();

    /**
     * What the whole register holds, whatever is filtered.
     *
     * @param newest the last decision when it was counted
     */
    private record Whole(@Nullable UUID newest, List<Count> counts, long providers) {

        long applications() {
            return counts.stream().mapToLong(Count::decisions).sum();
        }
    }

    RegisteredApplications(DecisionRegister register, DeterminationRegister determinations, Decisions decisions) {
        this.register = register;
        this.determinations = determinations;
        this.decisions = decisions;
    }

    @Override
    public Listing find(ApplicationFilter filter) {
        Whole whole = whole();
        DecisionFilter searched = register.searched(ALL.withText(filter.text()).ofImport(filter.importId()));
        DecisionFilter narrowed = searched.withOutcomes(filter.outcomes())
                .withContracts(filter.contracts())
                .withUnsettled(filter.criterion());
        List<Count> counts = searched.equals(ALL) ? whole.counts() : register.counts(searched);
        long total = 0;
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, Integer> contracts = new TreeMap<>();
        Map<String, Integer> criteria = new TreeMap<>();
        for (Count count : counts) {
            boolean outcome = narrowed.hasOutcome(count.outcome());
            boolean contract = narrowed.hasContract(count.contract());
            boolean criterion = filter.criterion() == null || count.unsettled().contains(filter.criterion());
            if (contract && criterion) {
                add(outcomes, count.outcome(), count);
            }
            if (outcome && criterion) {
                add(contracts, Objects.requireNonNullElse(count.contract(), ""), count);
            }
            if (outcome && contract) {
                count.unsettled().forEach(id -> add(criteria, id, count));
            }
            if (outcome && contract && criterion) {
                total += count.decisions();
            }
        }
        List<DecisionSummary> page = register.list(narrowed, order(filter), filter.page(), ApplicationFilter.PAGE_SIZE);
        Set<UUID> determined =
                determinations.holdingOn(page.stream().map(DecisionSummary::id).toList());
        return new Listing(
                page.stream()
                        .map(summary -> row(summary, determined.contains(summary.id())))
                        .toList(),
                (int) total,
                (int) whole.applications(),
                (int) whole.providers(),
                outcomes,
                contracts,
                criteria);
    }

    /** Counted again only when a decision has been recorded since. */
    private Whole whole() {
        UUID newest = register.list(ROUNDS, DecisionOrder.NEWEST, 1, 1).stream()
                .map(DecisionSummary::id)
                .findFirst()
                .orElse(null);
        Whole known = counted.get();
        if (known == null || !Objects.equals(known.newest(), newest)) {
            known = new Whole(newest, register.counts(ALL), register.providers(ROUNDS));
            counted.set(known);
        }
        return known;
    }

    private static void add(Map<String, Integer> counts, String key, Count count) {
        counts.merge(key, (int) count.decisions(), Integer::sum);
    }

    private static DecisionOrder order(ApplicationFilter filter) {
        return switch (filter.order()) {
            case APPLICANT -> filter.descending() ? DecisionOrder.APPLICANT_DESCENDING : DecisionOrder.APPLICANT;
            case AS_OF -> filter.descending() ? DecisionOrder.AS_OF_DESCENDING : DecisionOrder.AS_OF;
            case RECORDED -> filter.descending() ? DecisionOrder.NEWEST : DecisionOrder.OLDEST;
        };
    }

    private static Row row(DecisionSummary summary, boolean determined) {
        return new Row(
                summary.id(),
                Objects.requireNonNullElse(summary.applicantName(), ""),
                Objects.requireNonNullElse(summary.kvkNumber(), ""),
                Objects.requireNonNullElse(summary.contract(), ""),
                summary.products(),
                summary.outcome(),
                determined,
                summary.unsettled(),
                summary.asOf(),
                summary.recordedAt());
    }

    @Override
    public Optional<Application> application(UUID id) {
        return register.byId(id)
                .filter(found -> found.summary().type().equals(AdmissionType.ID))
                .map(this::application);
    }

    private Application application(RegisteredDecision registered) {
        DecisionSummary summary = registered.summary();
        Language language = Language.of(LocaleContextHolder.getLocale());
        Decision decision = decisions
                .again(registered, language)
                .recorded(summary.id(), summary.recordedAt(), summary.recordedBy());
        List<Application.Product> products = new ArrayList<>();
        for (JsonNode product : registered.decision().path("products")) {
            products.add(new Application.Product(
                    product.path("code").asString(), product.path("outcome").asString()));
        }
        Application.Origin origin = summary.importId() == null
                ? null
                : new Application.Origin(summary.importId(), Objects.requireNonNullElse(registered.importFile(), ""));
        return new Application(
                decision,
                Objects.requireNonNullElse(summary.applicantName(), ""),
                Objects.requireNonNullElse(summary.kvkNumber(), ""),
                Objects.requireNonNullElse(summary.contract(), ""),
                products,
                origin);
    }
}
