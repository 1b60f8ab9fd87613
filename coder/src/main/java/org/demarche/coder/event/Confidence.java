package org.demarche.coder.event;

import java.util.Set;

/**
 * How likely an event is right: its type and, unless they were given, its parties.
 *
 * @param value 0 to 1
 * @param signals what the value rests on; empty where an event comes from a store
 */
public record Confidence(double value, Set<Signal> signals) {
  public Confidence {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a confidence is 0 to 1, not " + value);
    }
    signals = Set.copyOf(signals);
  }

  /** A confidence of which only the value is known. */
  public static Confidence of(double value) {
    return new Confidence(value, Set.of());
  }
}
