package nl.inkoopkompas.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The choice of a procedure written down a second time, by hand and from the source: no rule, no algebra, no engine. Of
 * the rule book it reads the weights of the trade-offs, straight from the file.
 */
final class ReferenceProcedure {

    private static final Path TRADE_OFFS = Path.of("decision-tables/procedure/trade-offs.csv");
    private static final List<String> PROCEDURES =
            List.of("OPEN_HOUSE", "SAS", "SINGLE_PRIVATE_TENDER", "NEGOTIATED_WITHOUT_PUBLICATION");
    private static final List<String> TACIT = List.of(
            "jeugdzorgplus",
            "forensische-ggz",
            "wonen-jeugd",
            "ambulant-jeugd",
            "ambulant-wmo",
            "dagbesteding-jeugd",
            "dagbesteding-wmo",
            "hulp-bij-huishouden");
    private static final List<String> UNSTATED =
            List.of("jeugdbescherming-jeugdreclassering", "crisisdienst", "wonen-wmo");
    private static final List<String> OWN_TARIFF = List.of(
            "hoog-specialistisch-jeugd",
            "wonen-wmo",
            "ambulant-jeugd",
            "ambulant-wmo",
            "dagbesteding-jeugd",
            "dagbesteding-wmo");
    private static final List<String> NO_OWN_TARIFF =
            List.of("jeugdbescherming-jeugdreclassering", "jeugdzorgplus", "forensische-ggz");

    private final JsonNode profile;
    private final String contract;
    private final LocalDate asOf;
    private final boolean ground;
    private final Map<String, String> verdicts = new LinkedHashMap<>();
    private final Map<String, Long> scores = new LinkedHashMap<>();

    ReferenceProcedure(ObjectNode request) {
        this.profile = request.path("profile");
        this.contract = request.path("contract").asString();
        this.asOf = LocalDate.parse(request.path("asOf").asString());
        this.ground = request.path("legalGround").isString();
        judge();
        score();
    }

    Map<String, String> verdicts() {
        return verdicts;
    }

    Map<String, Long> scores() {
        return scores;
    }

    private boolean isTrue(String field) {
        return profile.path(field).isBoolean() && profile.path(field).asBoolean();
    }

    private boolean isFalse(String field) {
        return profile.path(field).isBoolean() && !profile.path(field).asBoolean();
    }

    private boolean known(String field) {
        return !profile.path(field).isMissingNode() && !profile.path(field).isNull();
    }

    private long number(String field) {
        return profile.path(field).asLong();
    }

    private boolean hasMaximum() {
        return profile.path("targetProviders").path("max").isNumber();
    }

    private boolean isUnlimited() {
        return profile.path("targetProviders").isString();
    }

    private long maximum() {
        return profile.path("targetProviders").path("max").asLong();
    }

    private String main() {
        return known("funding") ? profile.path("funding").path(0).asString() : "";
    }

    private void put(String criterion, String verdict) {
        verdicts.put("procedure." + criterion, verdict);
    }

    private static String three(boolean yes, boolean no, String met, String notMet) {
        return yes ? met : no ? notMet : "UNDETERMINED";
    }

    private void judge() {
        put("design", three(isFalse("designPending"), isTrue("designPending"), "MET", "JUDGEMENT"));
        put(
                "open-house-choice",
                three(isTrue("clientChoosesProvider"), isFalse("clientChoosesProvider"), "MET", "NOT_MET"));
        put("open-house-no-maximum", three(isUnlimited(), hasMaximum(), "MET", "NOT_MET"));
        put(
                "open-house-funding",
                three(main().equals("PXQ"), !main().isEmpty() && !main().equals("PXQ"), "MET", "NOT_MET"));
        boolean neverOpen =
                isFalse("clientChoosesProvider") || hasMaximum() || (!main().isEmpty() && !main().equals("PXQ"));
        put(
                "open-house-same-terms",
                neverOpen
                        ? "NOT_APPLICABLE"
                        : three(NO_OWN_TARIFF.contains(contract), OWN_TARIFF.contains(contract), "MET", "JUDGEMENT"));
        put("open-house-publication", neverOpen ? "NOT_APPLICABLE" : "JUDGEMENT");
        boolean few = known("capableProviders") && number("capableProviders") <= 2;
        boolean many = known("capableProviders") && number("capableProviders") > 2;
        boolean direct = isTrue("certifiedProvidersOnly") || few;
        boolean notDirect = isFalse("certifiedProvidersOnly") && many;
        put("direct-award-market", three(direct, notDirect, "MET", "NOT_MET"));
        boolean threshold = asOf.isBefore(LocalDate.of(2028, 1, 1));
        boolean below = threshold && known("estimatedValue") && number("estimatedValue") < 750_000;
        put("legal-ground", notDirect || below ? "NOT_APPLICABLE" : ground ? "JUDGEMENT" : "UNDETERMINED");
        put(
                "term",
                three(
                        known("termMonths") && number("termMonths") <= 48,
                        known("termMonths") && number("termMonths") > 48,
                        "MET",
                        "JUDGEMENT"));
        boolean tooFew =
                (known("capableProviders") && number("capableProviders") < 2) || (hasMaximum() && maximum() < 2);
        boolean enough = known("capableProviders")
                && number("capableProviders") >= 2
                && (isUnlimited() || (hasMaximum() && maximum() >= 2));
        put(
                "choice-of-two",
                tooFew
                        ? "NOT_MET"
                        : isTrue("perPlace") ? "JUDGEMENT" : enough && isFalse("perPlace") ? "MET" : "UNDETERMINED");
        put(
                "extension",
                asOf.isBefore(LocalDate.of(2024, 11, 29))
                        ? "NOT_APPLICABLE"
                        : TACIT.contains(contract) ? "NOT_MET" : UNSTATED.contains(contract) ? "JUDGEMENT" : "MET");
    }

    private boolean holds(String field, String comparison, String value) {
        return switch (comparison) {
            case "STATED" -> hasMaximum();
            case "HOLDS" ->
                profile.path(field).valueStream().anyMatch(one -> one.asString().equals(value));
            case "AT_LEAST" -> known(field) && number(field) >= Long.parseLong(value);
            case "AT_MOST" ->
                field.equals("targetProviders/max")
                        ? hasMaximum() && maximum() <= Long.parseLong(value)
                        : known(field) && number(field) <= Long.parseLong(value);
            default ->
                value.equals("true")
                        ? isTrue(field)
                        : value.equals("false")
                                ? isFalse(field)
                                : profile.path(field).isString()
                                        && profile.path(field).asString().equals(value);
        };
    }

    private void score() {
        PROCEDURES.forEach(procedure -> scores.put(procedure, 0L));
        try {
            List<String> lines = Files.readAllLines(TRADE_OFFS);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", 8);
                if (holds(cells[3].replace("/profile/", ""), cells[4], cells[5])) {
                    long weight = Long.parseLong(cells[6]);
                    scores.merge(cells[1], cells[2].equals("ADVANTAGE") ? weight : -weight, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPossible(String procedure) {
        return switch (procedure) {
            case "SAS" -> true;
            case "OPEN_HOUSE" ->
                verdicts.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("procedure.open-house"))
                        .noneMatch(entry -> entry.getValue().equals("NOT_MET"));
            default -> !"NOT_MET".equals(verdicts.get("procedure.direct-award-market"));
        };
    }

    String outcome() {
        if (isTrue("designPending")) {
            return "UNDECIDED";
        }
        List<String> possible = new ArrayList<>(PROCEDURES);
        possible.removeIf(procedure -> !isPossible(procedure));
        possible.sort((one, other) -> Long.compare(scores.get(other), scores.get(one)));
        boolean clear = possible.size() == 1 || scores.get(possible.get(0)) - scores.get(possible.get(1)) > 1;
        return clear ? possible.get(0) : "UNDECIDED";
    }
}
