package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.exceptioncontract.ExceptionType;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.DecisionSummary;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.WholeDeterminations;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The register of decisions. */
@RestController
@Tag(name = "Decisions", description = "Register: what was decided")
class DecisionsApi {

    static final String PATH = "/api/v1/decisions";

    private static final Logger LOG = LoggerFactory.getLogger(DecisionsApi.class);

    /** What only the register can say of a decision, whatever the language. */
    private static final List<String> RECORDED =
            List.of("id", "round", "previous", "recordedAt", "recordedBy", "engine");

    private static final Set<Role> SEE_EXCEPTIONS = EnumSet.of(Role.RWO, Role.PROGRAMMADIRECTEUR, Role.AUDITOR);

    private final DecisionRegister register;
    private final RuleBooks ruleBooks;
    private final Decisions decisions;
    private final Dossiers dossiers;
    private final WholeDeterminations wholes;
    private final List<DecisionType> types;

    DecisionsApi(
            DecisionRegister register,
            RuleBooks ruleBooks,
            Decisions decisions,
            Dossiers dossiers,
            WholeDeterminations wholes,
            List<DecisionType> types) {
        this.register = register;
        this.ruleBooks = ruleBooks;
        this.decisions = decisions;
        this.types = types;
        this.dossiers = dossiers;
        this.wholes = wholes;
    }

    /** One line of the list. */
    record DecisionItem(
            UUID id,
            String type,
            int round,
            String outcome,
            LocalDate asOf,
            @Nullable String contract,
            @Nullable Applicant applicant,
            Instant recordedAt,
            String recordedBy,
            RuleBookVersion ruleBook) {}

    record Applicant(@Nullable String name, @Nullable String kvkNumber) {}

    record RuleBookVersion(String version) {}

    /** One page of the list. */
    record DecisionPage(List<DecisionItem> items, long page, int size, long total) {}

    /** A round of the same application. */
    record Round(UUID id, int round, String outcome, Instant recordedAt, String recordedBy) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List decisions, newest first")
    DecisionPage list(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String contract,
            @Parameter(description = "First day or moment of recording, included")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last day or moment of recording, included")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = Parameters.DEFAULT_SIZE) String size,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        List<RuleBook> books = ruleBooks.all();
        DecisionFilter filter = DecisionFilter.all()
                .ofType(type == null ? null : Parameters.option("type", type, names()))
                .withOutcomes(Parameters.options("outcome", outcome, outcomes(books)))
                .withContracts(Parameters.options("contract", contract, contracts(books)))
                .recordedBetween(Parameters.from("from", from), Parameters.until("to", to));
        long number = Parameters.page(page);
        int length = Parameters.size(size);
        DecisionRegister.Page found =
                register.find(seesExceptions(person) ? filter : filter.without(ExceptionType.NAME), number, length);
        return new DecisionPage(found.items().stream().map(DecisionsApi::item).toList(), number, length, found.total());
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a decision with its request, context, rounds and determination")
    @ApiResponse(
            responseCode = "200",
            description = "The decision, with all that belongs to it",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    ResponseEntity<JsonNode> one(
            @PathVariable String id,
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Person person) {
        RegisteredDecision registered = visible(register, id, person);
        ObjectNode decision = registered.decision();
        Language language = ApiLanguage.of(request);
        if (language != Language.NL) {
            Optional<ObjectNode> translated = translated(registered, language);
            decision = translated.orElse(decision);
            language = translated.isPresent() ? language : Language.NL;
        }
        decision.set("request", registered.request());
        decision.set("context", registered.context());
        decision.putPOJO(
                "rounds", registered.rounds().stream().map(DecisionsApi::round).toList());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(HttpHeaders.CONTENT_LANGUAGE, language.code());
        Optional<Dossier> dossier = dossiers.of(registered.summary().id());
        decision.putPOJO(
                "determination",
                dossier.isPresent()
                        ? dossier.flatMap(found -> found.determination(registered))
                                .orElse(null)
                        : wholes.on(registered).map(DeterminedWhole::of).orElse(null));
        dossier.map(DossierVersion::tag).ifPresent(answer::eTag);
        return answer.body(decision);
    }

    /** Empty when it can no longer be decided: then it is read as it was recorded. */
    private Optional<ObjectNode> translated(RegisteredDecision registered, Language language) {
        Decision again;
        try {
            again = decisions.again(registered, language);
        } catch (RuntimeException e) {
            LOG.warn("Decision {} cannot be decided again", registered.summary().id(), e);
            return Optional.empty();
        }
        ObjectNode translated = register.asJson(again);
        RECORDED.forEach(field -> translated.set(field, registered.decision().get(field)));
        return Optional.of(translated);
    }

    private static DecisionItem item(DecisionSummary summary) {
        Applicant applicant = summary.applicantName() == null && summary.kvkNumber() == null
                ? null
                : new Applicant(summary.applicantName(), summary.kvkNumber());
        return new DecisionItem(
                summary.id(),
                summary.type(),
                summary.round(),
                summary.outcome(),
                summary.asOf(),
                summary.contract(),
                applicant,
                summary.recordedAt(),
                summary.recordedBy(),
                new RuleBookVersion(summary.ruleBookVersion()));
    }

    private static Round round(DecisionSummary summary) {
        return new Round(summary.id(), summary.round(), summary.outcome(), summary.recordedAt(), summary.recordedBy());
    }

    /** A decision that somebody may see; refuses else with a 404. */
    static RegisteredDecision visible(DecisionRegister register, String id, Person person) {
        return uuid(id).flatMap(register::byId)
                .filter(found -> !found.summary().type().equals(ExceptionType.NAME) || seesExceptions(person))
                .orElseThrow(DecisionsApi::unknown);
    }

    /** Whether all exception cases are for somebody to see. */
    private static boolean seesExceptions(Person person) {
        return SEE_EXCEPTIONS.contains(person.role());
    }

    static Refused unknown() {
        return Refused.notFound("Dit besluit bestaat niet.", "This decision does not exist.");
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private List<String> names() {
        return types.stream().map(DecisionType::name).toList();
    }

    private static List<String> outcomes(List<RuleBook> books) {
        return books.stream()
                .flatMap(book -> book.policies().values().stream())
                .flatMap(policy -> policy.texts(Language.NL).outcomes().keySet().stream())
                .distinct()
                .toList();
    }

    private static List<String> contracts(List<RuleBook> books) {
        return books.stream()
                .flatMap(book -> ReferenceApi.contracts(book).stream())
                .distinct()
                .toList();
    }
}
