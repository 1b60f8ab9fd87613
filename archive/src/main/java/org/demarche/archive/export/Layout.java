package org.demarche.archive.export;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table: its columns, how they are written, and the row of an event.
 *
 * @param name as the command line has it
 * @param about which published layout it is
 * @param separator between cells
 * @param header whether the first line names the columns; some published layouts have none
 * @param takes which events may stand in it
 * @param row an empty string for what is not known
 */
public record Layout(
    String name,
    String about,
    char separator,
    boolean header,
    List<Column> columns,
    Predicate<Report> takes,
    Function<Report, List<Object>> row) {
  public Layout {
    columns = List.copyOf(columns);
  }

  /** The row of an event, as many cells as columns. */
  public List<Object> cells(Report report) {
    List<Object> cells = row.apply(report);
    if (cells.size() != columns.size()) {
      throw new IllegalStateException(
          name + ": " + cells.size() + " cells for " + columns.size() + " columns");
    }
    return cells;
  }
}
