package nl.inkoopkompas.decision;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The reasons that a person gives for an act, as the field {@code motivation} of a call. */
public final class Motivation {

    /** The least that reasons count where they are asked for, in characters (contract README). */
    public static final int SHORTEST = 20;

    private static final int LONGEST = 4000;
    private static final String POINTER = "/motivation";

    private Motivation() {}

    /** Reads it, adding what is wrong with it; null where none is given. */
    public static @Nullable String read(JsonNode body, BodyProblems problems) {
        JsonNode node = body.path("motivation");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            problems.add(POINTER, "verwacht een tekst", "expected a text");
            return null;
        }
        String text = node.asString();
        if (text.length() > LONGEST) {
            problems.add(POINTER, "ten hoogste " + LONGEST + " tekens", "at most " + LONGEST + " characters");
        }
        if (CitizenNumber.occursIn(text)) {
            problems.add(
                    POINTER,
                    "hier staat iets in de vorm van een BSN of RSIN; haal het weg",
                    "this holds something in the form of a BSN or RSIN; remove it");
        }
        return text.isBlank() ? null : text;
    }

    /** Whether it is long enough where reasons are asked for. */
    public static boolean isEnough(@Nullable String motivation) {
        return motivation != null && motivation.strip().length() >= SHORTEST;
    }

    /** Adds that whoever decides otherwise than was proposed has to say why, unless they did. */
    public static void demandForDiffering(@Nullable String motivation, BodyProblems problems) {
        if (!isEnough(motivation)) {
            problems.add(
                    POINTER,
                    "uw besluit wijkt af van het voorstel: motiveer dat in ten minste " + SHORTEST + " tekens",
                    "you decide otherwise than proposed: give reasons of at least " + SHORTEST + " characters");
        }
    }
}
