package org.demarche.archive.store;

import java.util.Locale;

/** What people have said of an event. */
public enum Verdict {
  NONE,
  CONFIRMED,
  REJECTED,
  /** Replaced by an event that a person wrote. */
  CHANGED;

  /** The name as written in output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
