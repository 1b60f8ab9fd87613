package org.demarche.coder.event;

import java.util.Optional;
import java.util.Set;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.Clause.Tie;
import org.demarche.coder.syntax.Clauses;

/**
 * Tells what a sentence says in passing: who somebody is, and why or since when something is so. Of
 * a sentence that reports an event, such acts are not the news.
 */
final class Aside {
  private static final Set<String> WHY =
      Set.of(
          "after",
          "following",
          "since",
          "because",
          "because of",
          "over",
          "amid",
          "despite",
          "before",
          "for",
          "about",
          "during",
          "until",
          "against",
          "of",
          "on");

  private static final Set<String> WHEN = Set.of("since", "because", "until", "although", "though");

  private final Clauses clauses;

  Aside(Clauses clauses) {
    this.clauses = clauses;
  }

  /** Why an act is told in passing; empty where it may be the news. */
  Optional<String> of(Match match, String type) {
    Optional<Clause> at = Optional.of(match.carrier());
    for (int depth = 0; depth < 8 && at.isPresent(); depth++) {
      Clause clause = at.get();
      Tie tie = clause.link().tie();
      String mark = clause.link().mark();
      if (identifies(clause)) {
        return Optional.of("says who or what is meant");
      }
      if (tie == Tie.ADVERBIAL && (WHEN.contains(mark) || mark.equals("where"))) {
        return Optional.of("told as background: " + mark);
      }
      if (clause.kind() == Kind.NOUN
          && tie == Tie.NOMINAL
          && WHY.contains(mark)
          && clause.link().parent().isPresent()
          && !type.equals("CONSULT")) {
        return Optional.of("told as background: " + mark);
      }
      at = clause.link().parent().flatMap(clauses::clause);
    }
    return Optional.empty();
  }

  /** <em>Rebels who entered the country, nationals suspected of …, where 20 were killed</em>. */
  private boolean identifies(Clause clause) {
    Tie tie = clause.link().tie();
    if (tie != Tie.RELATIVE && tie != Tie.PARTICIPIAL) {
      return false;
    }
    int noun = clauses.governor(clause.head());
    if (noun < 0 || noun > clause.head() || clauses.phrase(noun).isEmpty()) {
      return false;
    }
    for (int i = noun + 1; i < clause.head(); i++) {
      if (clauses.lemma(i).equals("where")) {
        return true;
      }
      if (clauses.form(i).equals(",")) {
        return false;
      }
    }
    return true;
  }
}
