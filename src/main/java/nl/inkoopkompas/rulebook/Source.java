package nl.inkoopkompas.rulebook;

import java.util.Map;

/**
 * A policy document that rules, norms and readings cite.
 *
 * @param sections title by section, such as {@code 4.4.1 onder 1}
 */
public record Source(String id, String title, String publisher, String version, Map<String, String> sections) {}
