package org.demarche.coder.time;

import java.util.Map;

/**
 * One line of {@code rules.txt}.
 *
 * @param name for messages and tests
 * @param action how the resolver makes a value of what the pattern read
 * @param settings the {@code key=value} words after the action
 */
record Rule(String name, Pattern pattern, Action action, Map<String, String> settings) {
  Rule {
    settings = Map.copyOf(settings);
  }

  /** How a value is made. */
  enum Action {
    /** Parts of a calendar date; what is missing comes from the context. */
    DATE,
    /** "two days ago": a length and a direction. */
    SHIFT,
    /** "last week", "that year": a unit seen from now or from the last date. */
    RELATIVE,
    /** "Tuesday", "last Tuesday". */
    WEEKDAY,
    /** "yesterday morning", "tonight": the setting {@code days} says how far. */
    DEICTIC,
    DURATION,
    SET,
    /** A fixed value, given in the rule. */
    REFERENCE,
    /** Words that look like a time and are none. */
    NONE
  }

  String setting(String key) {
    return settings.get(key);
  }
}
