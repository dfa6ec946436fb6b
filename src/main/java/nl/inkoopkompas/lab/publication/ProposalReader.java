package nl.inkoopkompas.lab.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.BodyProblems;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.decision.RequestRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person sends to propose, reject or publish a draft; read strictly, every error is collected. */
record ProposalReader(
        String motivation,
        @Nullable String changelog,
        @Nullable LocalDate validFrom,
        @Nullable String rectification) {

    private static final int LONGEST = 4000;

    /** Reads {@code {motivation, changelog}}; refuses what is none with a {@link RequestRefused}. */
    static ProposalReader proposal(ObjectNode body) {
        return read(body, Set.of("motivation", "changelog"), false);
    }

    static ProposalReader rejection(ObjectNode body) {
        return read(body, Set.of("motivation"), false);
    }

    /** Reads {@code {validFrom, motivation, rectification}}. */
    static ProposalReader publication(ObjectNode body) {
        return read(body, Set.of("motivation", "validFrom", "rectification"), true);
    }

    LocalDate day() {
        return Objects.requireNonNull(validFrom, "read with a publication");
    }

    private static ProposalReader read(ObjectNode body, Set<String> fields, boolean dated) {
        BodyProblems problems = new BodyProblems();
        problems.addUnknown(body, fields, "");
        String motivation = text(body, "motivation", problems);
        if (motivation == null && problems.isEmpty()) {
            problems.add("/motivation", "dit veld is verplicht", "this field is required");
        }
        String changelog = text(body, "changelog", problems);
        String rectification = text(body, "rectification", problems);
        LocalDate validFrom = dated ? date(body.path("validFrom"), problems) : null;
        if (!problems.isEmpty()) {
            throw problems.refused();
        }
        return new ProposalReader(Objects.requireNonNull(motivation), changelog, validFrom, rectification);
    }

    private static @Nullable String text(ObjectNode body, String field, BodyProblems problems) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank())) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > LONGEST) {
            problems.add(
                    "/" + field,
                    "verwacht een tekst van ten hoogste " + LONGEST + " tekens",
                    "expected a text of at most " + LONGEST + " characters");
            return null;
        }
        if (CitizenNumber.occursIn(value.stringValue())) {
            problems.add("/" + field, "de tekst heeft de vorm van een BSN of RSIN", "the text holds a BSN or RSIN");
            return null;
        }
        return value.stringValue().strip();
    }

    private static @Nullable LocalDate date(JsonNode value, BodyProblems problems) {
        try {
            return LocalDate.parse(value.asString(""));
        } catch (DateTimeException e) {
            problems.add("/validFrom", "verwacht een datum, zoals 2027-01-01", "expected a date, as 2027-01-01");
            return null;
        }
    }
}
