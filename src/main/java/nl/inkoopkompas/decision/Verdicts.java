package nl.inkoopkompas.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import nl.inkoopkompas.decision.DecisionType.Outcome;
import nl.inkoopkompas.decision.DecisionType.Part;
import nl.inkoopkompas.decision.DecisionType.Trait;
import nl.inkoopkompas.decision.Judged.Answer;
import nl.inkoopkompas.decision.algebra.Citations;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.decision.rules.Criteria;
import nl.inkoopkompas.decision.rules.Criteria.Standing;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Shape;
import nl.inkoopkompas.rulebook.Shape.Field;
import nl.inkoopkompas.rulebook.Shape.TableOptions;
import nl.inkoopkompas.rulebook.Table;

/**
 * The verdicts of one rule book, for many requests at once and without what they rest on. The verdicts of a request are
 * a row of bytes: the ordinal of a {@link Verdict} for each criterion and subject, in order, before people acted on it.
 */
public final class Verdicts {

    private static final int BATCH = 60;
    private static final Verdict[] VALUES = Verdict.values();
    private static final Citations NOTHING = new Citations();

    private final DecisionType type;
    private final RuleBook book;
    private final Criteria criteria;
    private final List<String> ids;
    private final Object schema;

    Verdicts(DecisionType type, RuleBook book, Criteria criteria) {
        this.type = type;
        this.book = book;
        this.criteria = criteria;
        this.ids = List.copyOf(criteria.ids());
        this.schema = schema(book, type.id());
    }

    /** What a request comes down to. */
    public record Proposed(String overall, List<Part> parts) {}

    /** The schemas, and what tables allow in requests. */
    private static Object schema(RuleBook book, String decision) {
        List<Object> all = new ArrayList<>();
        book.files()
                .paths("rules/" + decision + "/", ".schema.yaml")
                .forEach(path -> all.add(book.files().text(path)));
        options(book, book.policy(decision).schema(), all);
        return all;
    }

    private static void options(RuleBook book, Shape shape, List<Object> all) {
        for (Field field : shape.fields()) {
            TableOptions from = field.limits().from();
            if (from != null) {
                Table table = book.requireTable(from.table());
                table.rows().forEach(row -> {
                    all.add(String.valueOf(table.cell(row, from.column())));
                    from.where().keySet().forEach(column -> all.add(String.valueOf(table.cell(row, column))));
                });
            }
            if (field.item() != null) {
                options(book, field.requireItem(), all);
            }
        }
    }

    public RuleBook book() {
        return book;
    }

    /** The ids of the criteria, in order. */
    public List<String> criteria() {
        return ids;
    }

    /** Whether a request means the same in both books. */
    public boolean readsAs(Verdicts other) {
        return schema.equals(other.schema);
    }

    /** Whether a criterion says the same in both books, whatever the request, and with the same consequences. */
    public boolean saysAs(Verdicts other, String criterion) {
        return criteria.basis(criterion).equals(other.criteria.basis(criterion));
    }

    /** Whether a shortcoming on a criterion has the same consequences in both books, and it applies to the same. */
    public boolean standsAs(Verdicts other, String criterion) {
        return criteria.basis(criterion)
                .applicability()
                .equals(other.criteria.basis(criterion).applicability());
    }

    /** Whether the same verdicts add up to the same in both books. */
    public boolean concludesAs(Verdicts other) {
        return type.restsOn(book).equals(type.restsOn(other.book));
    }

    /** Verdicts for requests. */
    public byte[][] of(List<Element> requests) {
        byte[][] rows = new byte[requests.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = blank(requests.get(i));
        }
        boolean[] all = new boolean[ids.size()];
        Arrays.fill(all, true);
        fill(requests, all, rows);
        return rows;
    }

    /** A row without verdicts. */
    public byte[] blank(Element request) {
        int size = 0;
        for (Element[] subjects : criteria.subjects(request)) {
            size += subjects.length;
        }
        return new byte[size];
    }

    /** Judges requests on some criteria and fills the verdicts in. */
    public void fill(List<Element> requests, boolean[] asked, byte[][] rows) {
        for (int from = 0; from < rows.length; from += BATCH) {
            int to = Math.min(rows.length, from + BATCH);
            List<Element> batch = new ArrayList<>(to - from);
            requests.subList(from, to).forEach(request -> batch.add(completed(request)));
            criteria.judge(batch, asked, Arrays.copyOfRange(rows, from, to));
        }
    }

    private Element completed(Element request) {
        return type.completed(request, book, criteria::judge);
    }

    /** For each place in a row the criterion that it is of, as a place in {@link #criteria()}. */
    public int[] owners(Element request) {
        int[] owners = new int[blank(request).length];
        int at = 0;
        Element[][] subjects = criteria.subjects(request);
        for (int i = 0; i < subjects.length; i++) {
            int next = at + subjects[i].length;
            Arrays.fill(owners, at, next, i);
            at = next;
        }
        return owners;
    }

    /** What a row adds up to, with the acts of people applied. */
    public Proposed proposed(Element read, byte[] row) {
        Element request = completed(read);
        boolean acts = isActedOn(request, "judgements") || isActedOn(request, "responses");
        List<Judged> findings = new ArrayList<>(row.length);
        int at = 0;
        Element[][] subjects = criteria.subjects(request);
        // how findings add up may hang on what they rest on, where the type worked out what its criteria read
        List<Judged> judged = request == read ? List.of() : criteria.judge(request);
        for (int i = 0; i < subjects.length; i++) {
            Standing standing = criteria.standing(i, request);
            for (Element subject : subjects[i]) {
                Verdict verdict = VALUES[row[at++]];
                if (request != read && judged.get(at - 1).verdict() == verdict) {
                    findings.add(judged.get(at - 1));
                    continue;
                }
                findings.add(new Judged(
                        ids.get(i),
                        subject,
                        verdict,
                        acts ? new Citations() : NOTHING,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        standing.remediable(),
                        standing.effect(),
                        Answer.NONE));
            }
        }
        Outcome outcome =
                type.outcome(new Case(request, book, criteria), acts ? new Acts(request).applyTo(findings) : findings);
        return new Proposed(outcome.overall(), type.parts(outcome));
    }

    /** The ids of the parts of a request, in order. */
    public List<String> parts(Element request) {
        return type.parts(request);
    }

    private static boolean isActedOn(Element request, String list) {
        Field field = request.shape().field(list);
        return field != null && request.list(field).length > 0;
    }

    /** Whether a place in a row is undetermined because the request lacks a fact, and not because of a norm. */
    public boolean lacksFact(Element request, int place) {
        int at = 0;
        Element[][] judged = criteria.subjects(request);
        for (int i = 0; i < judged.length; i++) {
            int subjects = judged[i].length;
            if (place < at + subjects) {
                return !criteria.judge(completed(request), ids.get(i))
                        .get(place - at)
                        .missing()
                        .facts()
                        .isEmpty();
            }
            at += subjects;
        }
        throw new IllegalArgumentException("A row has no place " + place);
    }

    /** For every field that a criterion compares: values on each side of its boundaries on a day. */
    public Map<Field, SortedSet<Object>> boundaries(LocalDate day) {
        Map<Field, SortedSet<Object>> boundaries = new HashMap<>();
        ids.forEach(id -> criteria.declaration(id).boundaries(day, boundaries));
        return boundaries;
    }

    /** What a request can be broken down by. */
    public List<Trait> traits(Element request) {
        return type.traits(request, name -> {
            Truth truth = criteria.definition(name, request);
            return truth == Truth.UNKNOWN ? Optional.empty() : Optional.of(truth == Truth.TRUE);
        });
    }
}
