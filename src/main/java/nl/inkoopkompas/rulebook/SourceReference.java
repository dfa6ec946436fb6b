package nl.inkoopkompas.rulebook;

/**
 * Where a rule, norm or reading comes from.
 *
 * @param document id of a document in {@code sources.yaml}
 * @param section one of its sections, such as {@code 4.4.1 onder 1}
 */
public record SourceReference(String document, String section) {}
