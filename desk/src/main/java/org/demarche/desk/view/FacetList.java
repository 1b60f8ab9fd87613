package org.demarche.desk.view;

import java.util.List;
import java.util.Objects;

/**
 * A facet as a page shows it.
 *
 * @param label the end of its message key
 * @param shown the first values
 * @param more the others
 */
public record FacetList(String label, List<Choice> shown, List<Choice> more) {
  public FacetList {
    Objects.requireNonNull(label);
    shown = List.copyOf(shown);
    more = List.copyOf(more);
  }

  /**
   * One value.
   *
   * @param name the value as it is shown
   * @param href the query narrowed to it, or without it where it is chosen
   */
  public record Choice(String name, long count, String href, boolean chosen) {}
}
