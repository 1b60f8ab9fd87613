package org.demarche.desk.view;

import java.util.List;
import java.util.Objects;
import org.demarche.archive.tally.Sum;

/**
 * A timeline as a page shows it.
 *
 * @param step the end of the message key of its periods
 * @param vague events that stand in none of the periods
 * @param chart the rows as JSON, for the script that draws them
 */
public record TimelineView(String step, List<Row> rows, long vague, String chart, Asked asked) {
  public TimelineView {
    Objects.requireNonNull(step);
    rows = List.copyOf(rows);
    Objects.requireNonNull(chart);
    Objects.requireNonNull(asked);
  }

  /**
   * One period.
   *
   * @param href its events
   */
  public record Row(String label, String href, Sum sum) {}

  /** Events of types outside PLOVER, which have no quad class. */
  public boolean hasOthers() {
    return rows.stream().anyMatch(r -> r.sum().other() > 0);
  }
}
