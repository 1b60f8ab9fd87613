package org.demarche.coder.codebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.syntax.Clause;

/**
 * A clause read by a rule.
 *
 * @param clause the clause as the rule saw it: behind a support verb the noun's, with the verb's
 *     arguments
 * @param carrier the clause that carries tense and polarity: the support verb's, or the clause
 *     itself
 * @param specificity how much the frame asked
 * @param act the embedded act's predicate token, where the frame took one
 * @param used tokens that the frame's conditions were met by
 * @param slots where to look for the actor
 * @param recipients where to look for the recipient, in this order
 * @param negationRead whether the frame itself asked for a negation
 */
public record Match(
    Rule rule,
    Clause clause,
    Clause carrier,
    int specificity,
    Optional<Integer> act,
    Set<Integer> used,
    List<String> slots,
    List<String> recipients,
    boolean negationRead) {
  public Match {
    used = Set.copyOf(used);
    slots = List.copyOf(slots);
    recipients = List.copyOf(recipients);
  }
}
