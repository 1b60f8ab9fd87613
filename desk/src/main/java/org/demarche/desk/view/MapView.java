package org.demarche.desk.view;

import java.util.List;
import java.util.Objects;
import org.demarche.archive.tally.Sum;

/**
 * A map of events as a page shows it.
 *
 * @param by the end of the message key of what countries are shaded by
 * @param countries those with most events first
 * @param places those with most events first
 * @param chart countries and places as JSON, for the script that draws them
 */
public record MapView(String by, List<Row> countries, List<Row> places, String chart) {
  public MapView {
    Objects.requireNonNull(by);
    countries = List.copyOf(countries);
    places = List.copyOf(places);
    Objects.requireNonNull(chart);
  }

  /**
   * A country or a place.
   *
   * @param href its events, or the page of the actor
   */
  public record Row(String name, String href, Sum sum) {}
}
