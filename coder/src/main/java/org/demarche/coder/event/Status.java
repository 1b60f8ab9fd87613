package org.demarche.coder.event;

import java.util.Locale;

/** Whether an act took place. Only {@link #HAPPENED} and {@link #ONGOING} count as facts. */
public enum Status {
  HAPPENED,
  ONGOING,
  PLANNED,
  CONDITIONAL,
  DENIED,
  DEMANDED,
  THREATENED;

  /** The name as written in output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isFact() {
    return this == HAPPENED || this == ONGOING;
  }
}
