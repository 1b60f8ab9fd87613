package org.demarche.coder.code;

import java.util.List;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Attempt;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.syntax.Clauses;

/**
 * How a sentence was read, step by step.
 *
 * @param matches the rule that read each clause, in the order of their predicates
 * @param attempts rules that were tried and did not fire
 */
public record Explanation(
    Clauses clauses,
    SentenceActors actors,
    List<Match> matches,
    List<Attempt> attempts,
    Outcome outcome) {
  public Explanation {
    matches = List.copyOf(matches);
    attempts = List.copyOf(attempts);
  }
}
