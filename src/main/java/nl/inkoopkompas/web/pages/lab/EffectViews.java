package nl.inkoopkompas.web.pages.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.inkoopkompas.lab.simulation.Figures;
import nl.inkoopkompas.lab.simulation.Figures.CoverageRow;
import nl.inkoopkompas.lab.simulation.Figures.EditShare;
import nl.inkoopkompas.lab.simulation.Figures.Move;
import nl.inkoopkompas.lab.simulation.Figures.Named;
import nl.inkoopkompas.lab.simulation.Report;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.lab.EffectView.Area;
import nl.inkoopkompas.web.pages.lab.EffectView.Breakdown;
import nl.inkoopkompas.web.pages.lab.EffectView.Cause;
import nl.inkoopkompas.web.pages.lab.EffectView.Provider;
import nl.inkoopkompas.web.pages.lab.EffectView.Share;
import org.springframework.context.MessageSource;

/** Turns what a simulation found into what its page shows. */
final class EffectViews {

    static final int MOST_PROVIDERS = 50;

    private static final int MOST_AREAS = 40;
    private static final int ENOUGH = 2;

    private final EffectWords words;
    private final MessageSource messages;
    private final Locale locale;

    EffectViews(EffectWords words, MessageSource messages, Locale locale) {
        this.words = words;
        this.messages = messages;
        this.locale = locale;
    }

    /** @param names of the providers that the coverage names, in its order, as many as are shown */
    EffectView view(Report report, int turn, List<String> names) {
        Figures found = report.figures();
        Formats formats = new Formats(locale);
        String href = "/lab/" + report.draft() + "/effect?meting=" + report.id();
        return new EffectView(
                report.id().toString(),
                report.status().name(),
                report.status().isUnderWay(),
                report.turn() != turn,
                report.population().startsWith("sample"),
                report.total(),
                report.done(),
                formats.date(report.from()),
                formats.date(Formats.dateOf(report.startedAt())),
                formats.time(report.startedAt()),
                report.startedBy(),
                found.flipped(),
                String.format(locale, "%.1f", found.cases() == 0 ? 0.0 : 100.0 * found.flipped() / found.cases()),
                found.favourable(),
                found.unfavourable(),
                found.mixed(),
                found.findingsOnly(),
                found.notDecidable(),
                shares(found.notDecidableBecause(), this::lacking),
                found.coverage().fewBefore(),
                found.coverage().fewAfter(),
                moves(found.flips(), href),
                causes(found.byEdit(), href),
                breakdowns(found),
                areas(found.coverage().rows()),
                found.coverage().rows().size(),
                providers(found.coverage().named(), names),
                href);
    }

    private String lacking(String why) {
        return why.contains(".") ? words.criterion(why) : message("lab.effect.unreadable");
    }

    private String message(String key) {
        return messages.getMessage(key, null, locale);
    }

    private static List<EffectView.Move> moves(List<Move> moves, String href) {
        int longest = moves.stream().mapToInt(Move::count).max().orElse(0);
        return moves.stream()
                .map(move -> new EffectView.Move(
                        move.from(),
                        move.to(),
                        move.count(),
                        EffectWords.bar(move.count(), longest),
                        href + "&was=" + move.from() + "&wordt=" + move.to() + "#zaken"))
                .toList();
    }

    private List<Cause> causes(List<EditShare> shares, String href) {
        int longest = shares.stream().mapToInt(EditShare::flips).max().orElse(0);
        List<Cause> causes = new ArrayList<>();
        for (EditShare share : shares) {
            String edits =
                    String.join("-", share.edits().stream().map(String::valueOf).toList());
            causes.add(new Cause(
                    words.sentences(share.edits()),
                    share.edits().size() > 1,
                    direction(share),
                    share.flips(),
                    EffectWords.bar(share.flips(), longest),
                    href + "&wijziging=" + edits + "#zaken"));
        }
        return causes;
    }

    private static String direction(EditShare share) {
        if (share.favourable() == share.flips()) {
            return "LOOSER";
        }
        return share.unfavourable() == share.flips() ? "STRICTER" : "BOTH";
    }

    private List<Breakdown> breakdowns(Figures found) {
        return List.of(
                new Breakdown("criterion", shares(found.byCriterion(), words::criterion)),
                new Breakdown("contract", shares(found.byContract(), words::contract)),
                new Breakdown("product", shares(found.byProduct(), words::product)),
                new Breakdown(
                        "providerSize", shares(found.byProviderSize(), size -> message("lab.effect.size." + size))),
                new Breakdown("municipality", shares(found.byMunicipality(), words::municipality)));
    }

    private static List<Share> shares(List<Figures.Share> shares, UnaryOperator<String> label) {
        int longest = EffectWords.longest(shares);
        return shares.stream()
                .map(share ->
                        new Share(label.apply(share.id()), share.flips(), EffectWords.bar(share.flips(), longest)))
                .toList();
    }

    private List<Area> areas(List<CoverageRow> rows) {
        return rows.stream()
                .sorted((a, b) -> Boolean.compare(a.before() == a.after(), b.before() == b.after()))
                .limit(MOST_AREAS)
                .map(row -> new Area(
                        words.product(row.product()),
                        words.municipality(row.municipality()),
                        row.before(),
                        row.after(),
                        effect(row)))
                .toList();
    }

    private static String effect(CoverageRow row) {
        if (row.after() < ENOUGH) {
            return "FEW";
        }
        if (row.before() < ENOUGH) {
            return "ENOUGH";
        }
        return row.after() > row.before() ? "MORE" : "FEWER";
    }

    private List<Provider> providers(List<Named> named, List<String> names) {
        List<Provider> providers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Named one = named.get(i);
            providers.add(
                    new Provider(names.get(i), words.product(one.product()), one.gone(), one.small(), one.local()));
        }
        return providers;
    }
}
