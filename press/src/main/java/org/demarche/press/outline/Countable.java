package org.demarche.press.outline;

import java.util.List;
import java.util.Locale;

/** What an argument numbers. Phases, times and ministers are told, not argued, and are not here. */
final class Countable {
  private static final List<String> NOUNS =
      List.of(
          "countermeasure",
          "measure",
          "factor",
          "reason",
          "step",
          "argument",
          "point",
          "problem",
          "challenge",
          "task",
          "option",
          "scenario",
          "condition",
          "lesson",
          "principle",
          "pillar",
          "direction",
          "issue",
          "obstacle",
          "risk",
          "threat",
          "cause",
          "goal",
          "aim",
          "objective",
          "aspect",
          "way",
          "explanation",
          "consequence",
          "priority",
          "element",
          "component",
          "demand",
          "proposal",
          "recommendation",
          "instrument",
          "tool",
          "difficulty",
          "weakness",
          "advantage",
          "conclusion",
          "question",
          "trend",
          "mistake");

  /** A group of one of them. */
  static final String SINGULAR = "(" + String.join("|", NOUNS) + ")";

  /** The same, or the plural after <em>of these</em>. */
  static final String SINGULAR_OR_PLURAL =
      "(" + String.join("|", NOUNS.stream().map(n -> n + "|" + plural(n)).toList()) + ")";

  static final String PLURAL =
      "(" + String.join("|", NOUNS.stream().map(Countable::plural).toList()) + ")";

  private Countable() {}

  static String plural(String noun) {
    if (noun.endsWith("y") && !noun.endsWith("ay")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.endsWith("ss") ? noun + "es" : noun + "s";
  }

  /** One of them by a form of it, in lower case. */
  static String singular(String form) {
    String lower = form.toLowerCase(Locale.ROOT);
    return NOUNS.stream()
        .filter(n -> n.equals(lower) || plural(n).equals(lower))
        .findFirst()
        .orElse(lower);
  }
}
