package org.demarche.coder.codebook;

import java.util.Set;

/**
 * How the type of an act changes when it is only planned, conditional or ruled out.
 *
 * @param statuses lower-case statuses that it holds for; empty for negated intentions
 * @param from the bare act's types
 * @param cameoPrefix the bare act's CAMEO code must begin so
 */
public record Shift(
    Set<String> statuses,
    boolean negated,
    Set<String> from,
    String cameoPrefix,
    String to,
    String cameo,
    String mode) {
  public Shift {
    statuses = Set.copyOf(statuses);
    from = Set.copyOf(from);
  }
}
