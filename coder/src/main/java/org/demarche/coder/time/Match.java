package org.demarche.coder.time;

import java.util.Map;
import org.demarche.coder.text.CharSpan;

/**
 * A stretch of tokens that a rule reads as a time, not yet resolved.
 *
 * @param slots the first value read by each slot
 * @param from first tagged token
 * @param to the token after the last tagged one
 */
record Match(Rule rule, Map<String, String> slots, int from, int to, CharSpan span) {
  Match {
    slots = Map.copyOf(slots);
  }

  /** Null where the rule read no such slot. */
  String slot(String name) {
    return slots.get(name);
  }

  boolean has(String name) {
    return slots.containsKey(name);
  }

  /** A number slot, or 0. */
  int number(String name) {
    String value = slots.get(name);
    return value == null ? 0 : Integer.parseInt(value);
  }
}
