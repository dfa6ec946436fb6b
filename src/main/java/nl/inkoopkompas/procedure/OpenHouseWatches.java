package nl.inkoopkompas.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.contracting.ContractedFilter;
import nl.inkoopkompas.contracting.ContractedProviders;
import nl.inkoopkompas.contracting.Contracting;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionEngine;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.procedure.ContractCalendar.Kind;
import nl.inkoopkompas.register.AdmittedDossiers;
import nl.inkoopkompas.register.RefusedDossiers;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Looks after the conditions of the contracts that run as an Open House, with what the register shows of them. */
@Component
public class OpenHouseWatches {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String WINDOWS = "admission/entry-windows";

    private final DecisionEngine engine;
    private final ProcedureType type;
    private final ContractedProviders contracted;
    private final AdmittedDossiers admitted;
    private final RefusedDossiers refused;

    OpenHouseWatches(
            DecisionEngine engine,
            ProcedureType type,
            ContractedProviders contracted,
            AdmittedDossiers admitted,
            RefusedDossiers refused) {
        this.engine = engine;
        this.type = type;
        this.contracted = contracted;
        this.admitted = admitted;
        this.refused = refused;
    }

    /**
     * How a contract stands on a day, with what was determined up to that day; empty where it does not run as an Open
     * House.
     */
    public Optional<OpenHouseWatch> of(RuleBook book, String contract, LocalDate day, Language language) {
        ContractTerms terms = book.policies().containsKey(ProcedureType.ID) ? ContractTerms.of(book, contract) : null;
        if (terms == null || !Procedure.OPEN_HOUSE.name().equals(terms.procedure())) {
            return Optional.empty();
        }
        ObjectNode request = DecisionEngine.noContext();
        request.put("asOf", day.toString()).put("contract", contract);
        ObjectNode context = type.context(book, request);
        context.set(OpenHouseWatch.REGISTER, register(book, contract, day));
        Decision decision = engine.decide(type, new Input(request, context), book, language);
        LocalDate next = ContractCalendar.of(engine, book, contract, language).stream()
                .flatMap(calendar -> calendar.items().stream())
                .filter(entry -> entry.kind() == Kind.WATCH && !entry.on().isBefore(day))
                .map(ContractCalendar.Entry::on)
                .findFirst()
                .orElse(null);
        return Optional.of(OpenHouseWatch.of(decision, book, contract, language).next(next));
    }

    /** What the register shows; a register that knows nobody under the contract shows nothing. */
    private ObjectNode register(RuleBook book, String contract, LocalDate day) {
        List<Contracting> running = contracted.all(day, ContractedFilter.all().ofContract(contract));
        Set<String> held =
                running.stream().map(one -> one.parties().kvkNumber()).collect(Collectors.toSet());
        Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        Set<String> let = admitted.under(contract, end).stream()
                .map(AdmittedDossiers.Admitted::kvkNumber)
                .collect(Collectors.toSet());
        ObjectNode register = DecisionEngine.noContext();
        register.put("entryOpen", isOpen(book.requireTable(WINDOWS), contract, day));
        if (held.isEmpty() && let.isEmpty()) {
            return register;
        }
        register.put("admittedProviders", let.size());
        register.put(
                "admittedWithoutContract",
                let.stream().filter(one -> !held.contains(one)).count());
        register.put("refusedOtherwise", refused.againstTheProposal(contract, end));
        register.put("contractedProviders", held.size());
        register.put(
                "lastDays",
                running.stream()
                        .map(one -> Optional.ofNullable(one.terms().to()))
                        .distinct()
                        .count());
        return register;
    }

    private static boolean isOpen(Table windows, String contract, LocalDate day) {
        return windows.rows().stream()
                .filter(row -> contract.equals(windows.cell(row, "contract")))
                .anyMatch(row -> !day.isBefore(day(windows, row, "opensOn", LocalDate.MIN))
                        && !day.isAfter(day(windows, row, "closesOn", LocalDate.MAX)));
    }

    private static LocalDate day(Table table, Table.Row row, String column, LocalDate otherwise) {
        return table.cell(row, column) instanceof LocalDate day ? day : otherwise;
    }
}
