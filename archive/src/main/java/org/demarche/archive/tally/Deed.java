package org.demarche.archive.tally;

import java.util.Objects;

/** How often an actor did something of a type to a recipient; each event counts once. */
public record Deed(String actor, String recipient, String type, int quad, long events) {
  public Deed {
    Objects.requireNonNull(actor);
    Objects.requireNonNull(recipient);
    Objects.requireNonNull(type);
  }
}
