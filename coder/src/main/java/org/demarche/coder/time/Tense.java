package org.demarche.coder.time;

import java.util.Set;

/** Guesses, without part-of-speech tags, whether the verb nearest to a date looks back or ahead. */
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  /** A clause is seldom longer, and a date further off seldom belongs to the verb. */
  private static final int REACH = 14;

  /** Words whose infinitive lies ahead. */
  private static final Set<String> INTENDING =
      Set.of(
          "agreed",
          "agrees",
          "agree",
          "ready",
          "planned",
          "plans",
          "plan",
          "set",
          "due",
          "expected",
          "expects",
          "willing",
          "scheduled",
          "wants",
          "want",
          "hopes",
          "hope",
          "intends",
          "intend",
          "prepared",
          "offered",
          "offers",
          "promised",
          "promises",
          "pledged",
          "pledges",
          "vowed",
          "vows",
          "threatened",
          "threatens",
          "likely");

  /** The tense around tokens {@code from} to {@code to} (exclusive), within the sentence. */
  static Tense around(Tokens t, int from, int to) {
    boolean left = true;
    boolean right = true;
    for (int d = 1; d <= REACH; d++) {
      left = left && from - d >= 0 && !t.at(from - d + 1).opens();
      right = right && to + d - 1 < t.size() && !t.at(to + d - 1).opens();
      Tense found = left ? of(t, from - d) : UNKNOWN;
      if (found == UNKNOWN && right) {
        found = of(t, to + d - 1);
      }
      if (found != UNKNOWN) {
        return found;
      }
    }
    return UNKNOWN;
  }

  private static Tense of(Tokens t, int i) {
    String word = t.lower(i);
    if (t.at(i).type() != Tokens.Type.WORD) {
      return UNKNOWN;
    }
    String known = Lexicon.ENGLISH.value("TENSE", word);
    if ("FUTURE".equals(known)) {
      return FUTURE;
    }
    if (word.equals("be") && (t.lower(i - 1).equals("to") || t.lower(i - 1).equals("will"))) {
      return FUTURE;
    }
    // "ready to host talks in June", "agreed to meet on Friday"
    if (t.lower(i - 1).equals("to") && INTENDING.contains(t.lower(i - 2))) {
      return FUTURE;
    }
    boolean past = "PAST".equals(known) || (word.length() > 4 && word.endsWith("ed"));
    if (!past) {
      return UNKNOWN;
    }
    // "will be held", "to be signed", "is due to be opened".
    return t.lower(i - 1).equals("be") ? FUTURE : PAST;
  }
}
