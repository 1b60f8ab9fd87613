package org.demarche.coder.codebook;

/**
 * A rule tried on a clause that did not fire, for explanations.
 *
 * @param predicate token index of the clause's predicate
 * @param why what was missing
 */
public record Attempt(int predicate, Rule rule, String why) {}
