package nl.inkoopkompas.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import nl.inkoopkompas.exceptioncontract.Actor;
import nl.inkoopkompas.exceptioncontract.CaseAction;
import nl.inkoopkompas.exceptioncontract.ExceptionCase;
import nl.inkoopkompas.exceptioncontract.ExceptionContracts;
import tools.jackson.databind.node.ObjectNode;

/** Requests for exception contracts in the register, in the states that letters tell of. */
record SampleExceptions(ExceptionContracts contracts) {

    static final Actor GOUDA = new Actor("toegang-gouda", "TOEGANG", "0513");
    static final Actor ZUIDPLAS = new Actor("toegang-zuidplas", "TOEGANG", "1892");
    static final Actor RWO = new Actor("rwo", "RWO", null);
    static final Actor DIRECTOR = new Actor("directeur", "PROGRAMMADIRECTEUR", null);
    static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    static final String REASONS = "Er is geen aanbieder met contract die dit op tijd kan bieden.";

    static String kvk() {
        return String.valueOf(10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 80_000_000));
    }

    /** One that somebody advised on. */
    ExceptionCase advised(String client, String provider) {
        return advised(client, provider, kvk());
    }

    ExceptionCase advised(String client, String provider, String kvk) {
        ObjectNode request = SampleCases.object("""
                {"asOf":"2026-11-01","municipality":"0513","contract":"ambulant-jeugd","product":"45A04",
                 "need":"Start binnen vier weken nodig.","longTermImpact":"Na een half jaar terug.",
                 "period":{"from":"2026-12-01","to":"2027-05-31"},"value":20000,"tariff":{"amount":120.50,"unit":"HOUR"}}
                """).put("client", client);
        request.putObject("provider").put("name", provider).put("kvkNumber", kvk);
        ExceptionCase one = contracts.submit(bytes(request), GOUDA, AT);
        one = act(one, RWO, CaseAction.TAKE_UP, "");
        return act(one, RWO, CaseAction.ADVISE, REASONS);
    }

    ExceptionCase approved(String client, String provider) {
        return act(advised(client, provider), DIRECTOR, CaseAction.APPROVE, reasons(client));
    }

    /** Somebody types the pseudonym in the motivation. */
    static String reasons(String client) {
        return REASONS + " Dit geldt voor " + client + ".";
    }

    ExceptionCase act(ExceptionCase one, Actor actor, CaseAction action, String motivation) {
        ObjectNode body = SampleCases.object("{}").put("action", action.name());
        if (!motivation.isEmpty()) {
            body.put("motivation", motivation);
        }
        if (action == CaseAction.ADVISE) {
            body.put("advice", "APPROVE");
        }
        return contracts.act(one, bytes(body), actor, AT.plusSeconds(one.line().turn()));
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
