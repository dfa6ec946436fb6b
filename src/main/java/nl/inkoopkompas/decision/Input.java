package nl.inkoopkompas.decision;

import tools.jackson.databind.node.ObjectNode;

/**
 * All that a decision is made from.
 *
 * @param request what was asked
 * @param context what was read besides the request; empty for an admission
 */
public record Input(ObjectNode request, ObjectNode context) {}
