package org.demarche.coder.event;

/**
 * The relation between two given parties.
 *
 * @param directness how directly the two hang on the predicate; higher is more direct
 */
public record Relation(Event event, int directness) {}
