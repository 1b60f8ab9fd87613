package org.demarche.desk.view;

import java.util.List;
import java.util.Objects;
import org.demarche.archive.tally.Pair;

/**
 * A network of actors as a page shows it.
 *
 * @param pairs those with most events, most first
 * @param actors how many actors they are
 * @param chart nodes and edges as JSON, for the script that draws them
 */
public record NetworkView(List<Pair> pairs, int actors, String chart) {
  public NetworkView {
    pairs = List.copyOf(pairs);
    Objects.requireNonNull(chart);
  }
}
