package org.demarche.coder.syntax;

import java.util.Set;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Nouns that tell a time where others would tell who did it: <em>moved by Monday</em>. */
final class TimeWords {
  private static final Set<String> WORDS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "easter",
          "christmas",
          "ramadan",
          "noon",
          "midnight",
          "nightfall",
          "dawn",
          "dusk",
          "now",
          "then");

  private TimeWords() {}

  static boolean contains(Node node) {
    return WORDS.contains(node.lemma()) || node.pos().equals("CD");
  }
}
