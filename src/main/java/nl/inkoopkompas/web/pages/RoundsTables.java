package nl.inkoopkompas.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.Dossier;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.web.pages.Standing.RoundCell;
import nl.inkoopkompas.web.pages.Standing.RoundHead;
import nl.inkoopkompas.web.pages.Standing.RoundRow;
import nl.inkoopkompas.web.pages.Standing.RoundsTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts the rounds of a dossier side by side: the findings that were open in one of them, the changed ones first. */
@Component
class RoundsTables {

    private final DecisionRegister register;

    RoundsTables(DecisionRegister register) {
        this.register = register;
    }

    /** Empty where there was one round. */
    Optional<RoundsTable> of(Dossier dossier, Words words, Formats formats) {
        var summaries = register.rounds(dossier.id());
        if (summaries.size() < 2) {
            return Optional.empty();
        }
        var rounds = summaries.stream()
                .map(summary -> register.byId(summary.id()).orElseThrow())
                .toList();
        Map<Boolean, List<RoundRow>> rows =
                rows(rounds, words).stream().collect(Collectors.partitioningBy(RoundRow::changes));
        return Optional.of(new RoundsTable(
                rounds.stream().map(round -> head(round, dossier, formats)).toList(),
                rows.getOrDefault(true, List.of()),
                rows.getOrDefault(false, List.of())));
    }

    private static RoundHead head(RegisteredDecision round, Dossier dossier, Formats formats) {
        JsonNode asked = round.round();
        return new RoundHead(
                round.summary().round(),
                asked == null ? null : asked.path("kind").asString(),
                formats.date(
                        asked == null
                                ? round.summary().asOf()
                                : LocalDate.parse(asked.path("on").asString())),
                ApplicationFilter.PATH + "/" + round.summary().id(),
                round.summary().id().equals(dossier.asked().summary().id()));
    }

    private static List<RoundRow> rows(List<RegisteredDecision> rounds, Words words) {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (var round : rounds) {
            for (JsonNode finding : round.decision().path("findings")) {
                if (!verdict(finding).isSettled() || act(round, finding).isPresent()) {
                    last.put(key(finding), finding);
                }
            }
        }
        var rows = new ArrayList<RoundRow>();
        last.forEach((key, finding) -> {
            var cells = new ArrayList<RoundCell>();
            for (var round : rounds) {
                cells.add(cell(round, key, cells.isEmpty() ? null : cells.get(cells.size() - 1)));
            }
            rows.add(new RoundRow(
                    words.criterion(finding.path("criterion").asString()),
                    product(rounds.get(0), finding, words),
                    cells));
        });
        return rows;
    }

    private static RoundCell cell(RegisteredDecision round, String key, @Nullable RoundCell before) {
        for (JsonNode finding : round.decision().path("findings")) {
            if (key(finding).equals(key)) {
                var act = act(round, finding).orElse(null);
                var verdict = verdict(finding);
                var reason = finding.path("reason").asString();
                return new RoundCell(
                        round.summary().round(),
                        before != null
                                && act == null
                                && before.verdict() == verdict
                                && before.reason().equals(reason),
                        verdict,
                        reason,
                        act == null ? null : kind(act),
                        act == null ? null : act.path("motivation").asString(null));
            }
        }
        boolean unchanged = before != null && before.verdict() == null;
        return new RoundCell(round.summary().round(), unchanged, null, "", null, null);
    }

    /** What a person did on a finding in this very round. */
    private static Optional<JsonNode> act(RegisteredDecision round, JsonNode finding) {
        JsonNode asked = round.round() == null ? round.request() : round.round();
        for (String list : List.of("responses", "judgements")) {
            for (JsonNode act : asked.path(list)) {
                if (key(act).equals(key(finding))) {
                    return Optional.of(act);
                }
            }
        }
        return Optional.empty();
    }

    private static String kind(JsonNode act) {
        if (act.path("kind").asString("").equals("LAPSED")) {
            return "LAPSED";
        }
        return act.path("accepted").asBoolean(false) ? "ACCEPTED" : "REFUSED";
    }

    private static String product(RegisteredDecision round, JsonNode finding, Words words) {
        JsonNode product = round.request().at(finding.path("subject").asString());
        @Nullable String code = product.path("code").asString(null);
        return code == null ? "" : words.product(code);
    }

    private static Verdict verdict(JsonNode finding) {
        return Verdict.valueOf(finding.path("verdict").asString());
    }

    private static String key(JsonNode finding) {
        return finding.path("criterion").asString("") + " "
                + finding.path("subject").asString("");
    }
}
