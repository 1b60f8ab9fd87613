package org.demarche.archive.tally;

import java.util.Objects;
import org.demarche.coder.place.Place;

/** A place and the events that took place there, each once. */
public record Spot(Place place, Sum sum) {
  public Spot {
    Objects.requireNonNull(place);
    Objects.requireNonNull(sum);
  }
}
