package nl.inkoopkompas.lab.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.inkoopkompas.ProjectRuleBook;
import nl.inkoopkompas.decision.Verdict;
import nl.inkoopkompas.decision.algebra.Condition;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.decision.algebra.Declaration;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.decision.algebra.Elements;
import nl.inkoopkompas.decision.algebra.Leaf;
import nl.inkoopkompas.decision.algebra.NormReference;
import nl.inkoopkompas.decision.algebra.Survey;
import nl.inkoopkompas.decision.algebra.Tally;
import nl.inkoopkompas.decision.algebra.Truth;
import nl.inkoopkompas.rulebook.Parameter;
import nl.inkoopkompas.rulebook.Parameter.DatedValue;
import nl.inkoopkompas.rulebook.Policy;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;

/** Small random rules over the fields of an application, in a book with small random norms. */
record RandomRules(RuleBook book, Declaration declaration) implements Rules {

    private static final RuleBook BOOK = ProjectRuleBook.BOOK;
    private static final String[] NUMBERS = {"admission.micro.employees-below", "admission.micro.amount-below"};
    private static final String YEARS = "admission.experience.look-back-years";
    private static final String MONTHS = "admission.procurement-declaration.max-age-months";
    private static final String SWITCH = "admission.negative-experience.provider-initiated-counts";

    /** What rules are about; each is small enough for brute force. */
    enum Theme {
        INSURANCE("/applicant"),
        EVENTS("/applicant"),
        ACCOUNTS("/applicant"),
        CERTIFICATES("/applicant"),
        STAFF("/products/*");

        final String subject;

        Theme(String subject) {
            this.subject = subject;
        }
    }

    /** A declared criterion, as a rule file would declare it. */
    static final class Declared extends Criterion {
        final Condition first;
        final Condition second;

        Declared(Condition first, Condition second) {
            this.first = first;
            this.second = second;
        }
    }

    /** Two books: with the same rules and other norms, or with other rules too. */
    static List<RandomRules> pair(Theme theme, long seed) {
        Random random = new Random(seed);
        long rules = random.nextLong();
        long other = random.nextInt(3) == 0 ? random.nextLong() : rules;
        return List.of(of(theme, rules, random), of(theme, other, random));
    }

    private static RandomRules of(Theme theme, long rules, Random norms) {
        RuleBook book = book(norms);
        Words words = new Words(theme, new Random(rules));
        Declaration declaration = new Declaration(
                "random.drl", "admission.random", theme.subject, new Declared(words.condition(2), words.condition(1)));
        List<Problem> problems = new ArrayList<>();
        declaration.bind(book, book.policy("admission"), null, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        return new RandomRules(book, declaration);
    }

    private static RuleBook book(Random random) {
        Policy policy = BOOK.policy("admission");
        TreeMap<String, Parameter> parameters = new TreeMap<>(policy.parameters());
        for (String key : List.of(NUMBERS[0], NUMBERS[1], YEARS, MONTHS)) {
            parameters.computeIfPresent(key, (same, parameter) -> with(parameter, number(random)));
        }
        parameters.computeIfPresent(
                "admission.financial-health.years", (same, parameter) -> with(parameter, 1L + random.nextInt(2)));
        parameters.computeIfPresent(
                "admission.financial-health.accounts-due-month",
                (same, parameter) -> with(parameter, random.nextBoolean() ? 3L : 6L));
        parameters.computeIfPresent(SWITCH, (same, parameter) -> with(parameter, random.nextBoolean()));
        Table products = BOOK.requireTable("admission/products");
        List<Table.Row> rows = products.rows().stream()
                .filter(row -> "ambulant-jeugd".equals(products.cell(row, "contract")))
                .limit(2)
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row.cells());
                    cells.set(products.indexOf("minTrajectories"), number(random));
                    cells.set(products.indexOf("minFte"), random.nextInt(5) == 0 ? null : decimal(random));
                    cells.set(products.indexOf("minLevel"), random.nextBoolean() ? "HBO" : "MBO3");
                    return new Table.Row(row.id(), cells, row.source(), row.example());
                })
                .toList();
        Table changed = new Table(
                products.id(),
                products.label(),
                products.hitPolicy(),
                products.key(),
                products.ranges(),
                products.gapsMeant(),
                products.validFrom(),
                products.columns(),
                rows);
        return BOOK.with(policy.with(parameters), "random").with(changed, "random");
    }

    private static Object decimal(Random random) {
        return java.math.BigDecimal.valueOf(random.nextInt(3));
    }

    private static Long number(Random random) {
        int number = random.nextInt(8);
        return number == 7 ? null : (Long) (long) (number % 3);
    }

    private static Parameter with(Parameter parameter, Object value) {
        DatedValue first = parameter.values().get(0);
        return parameter.with(List.of(new DatedValue(first.from(), value, first.source(), first.example())));
    }

    @Override
    public Survey survey() {
        return declaration.survey();
    }

    @Override
    public Set<Verdict> verdicts(Element request, Element subject) {
        Truth first = truth("first", request, subject);
        Truth second = truth("second", request, subject);
        if (first == Truth.UNKNOWN || (first == Truth.FALSE && second == Truth.UNKNOWN)) {
            return EnumSet.of(Verdict.UNDETERMINED);
        }
        if (first == Truth.TRUE) {
            return EnumSet.of(Verdict.MET);
        }
        return EnumSet.of(second == Truth.TRUE ? Verdict.NOT_MET : Verdict.JUDGEMENT);
    }

    private Truth truth(String condition, Element request, Element subject) {
        return declaration
                .why(condition, Declaration.open(request, null), subject)
                .truth();
    }

    @Override
    public List<Tally> tally(Element request, Element subject, Leaf list) {
        return declaration.tally(Declaration.open(request, null), subject, list);
    }

    /** Random conditions in the words that rule files use. */
    private record Words(Theme theme, Random random) {

        Condition condition(int depth) {
            if (depth == 0) {
                return basic();
            }
            return switch (random.nextInt(5)) {
                case 0 -> condition(depth - 1).and(condition(depth - 1));
                case 1 -> condition(depth - 1).or(condition(depth - 1));
                case 2 -> Criterion.not(condition(depth - 1));
                case 3 -> Criterion.inCase(basic(), condition(depth - 1), condition(depth - 1));
                default -> basic();
            };
        }

        private Condition basic() {
            return switch (theme) {
                case INSURANCE ->
                    switch (random.nextInt(5)) {
                        case 0 -> Criterion.the("employees").isBelow(number());
                        case 1 -> Criterion.the("usesVolunteers").isTrue();
                        case 2 -> Criterion.whether(Criterion.norm(SWITCH));
                        case 3 -> insurances();
                        default -> insurances().whose("proofProvided").isTrue();
                    };
                case EVENTS ->
                    switch (random.nextInt(4)) {
                        case 0 -> Criterion.the("contractEvents").isEmpty();
                        case 1 -> events().whose("improvements").isEmpty();
                        case 2 -> events().whose("contract").isSameAs(Criterion.the("/contract"));
                        default -> events();
                    };
                case ACCOUNTS ->
                    quantified("annualAccounts")
                            .ofLatest(
                                    Criterion.norm("admission.financial-health.years"),
                                    "year",
                                    Criterion.norm("admission.financial-health.accounts-due-month"))
                            .has(
                                    random.nextBoolean()
                                            ? Criterion.ratio("equity", "totalAssets")
                                                    .isBelow(number())
                                            : Criterion.ratio("equity", "totalAssets")
                                                    .isAtLeast(number()));
                case CERTIFICATES ->
                    switch (random.nextInt(3)) {
                        case 0 ->
                            quantified("directors")
                                    .has(certificates("/applicant/certificatesOfConduct")
                                            .whose("holder")
                                            .isSameAs(Criterion.outer(".")));
                        case 1 -> certificates("certificatesOfConduct");
                        default -> Criterion.the("legalForm").is("EENMANSZAAK");
                    };
                case STAFF ->
                    switch (random.nextInt(3)) {
                        case 0 ->
                            Criterion.sum("fte", "staff")
                                    .isAtLeast(Criterion.row("products", Criterion.subject("code"), "minFte"));
                        case 1 ->
                            Criterion.any("staff")
                                    .whose("qualification")
                                    .isAtLeast(Criterion.row("products", Criterion.subject("code"), "minLevel"));
                        default ->
                            Criterion.sum("fte", "staff")
                                    .whose("qualification")
                                    .isAtLeast(Criterion.row("products", Criterion.subject("code"), "minLevel"))
                                    .isAtLeast(Criterion.row("products", Criterion.subject("code"), "minFte"));
                    };
            };
        }

        private Elements insurances() {
            Elements some = quantified("insurances");
            return random.nextBoolean()
                    ? some.whose("perEvent").isAtLeast(number())
                    : some.whose("perYear").isBelow(number()).whose("perEvent").isAtLeast(number());
        }

        private Elements events() {
            Elements some = quantified("contractEvents");
            return switch (random.nextInt(3)) {
                case 0 -> some.whose("date").isWithinYears(Criterion.norm(YEARS));
                case 1 -> some.whose("date").hasBegun().whose("kind").is("REFUSED");
                default -> some.whose("kind").isNoneOf("REFUSED", "DISSOLVED");
            };
        }

        private Elements certificates(String list) {
            Elements some = quantified(list);
            return random.nextBoolean()
                    ? some.whose("issuedOn").isNotOlderThanMonths(Criterion.norm(MONTHS))
                    : some.whose("subject").is("DIRECTOR");
        }

        private Elements quantified(String list) {
            return random.nextBoolean() ? Criterion.any(list) : Criterion.every(list);
        }

        private NormReference number() {
            return Criterion.norm(NUMBERS[random.nextInt(2)]);
        }
    }
}
