package org.demarche.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.archive.tally.Deed;

/**
 * What passed between two.
 *
 * @param rows by type, most frequent first
 */
public record PairView(String one, String other, List<Row> rows) {
  public PairView {
    Objects.requireNonNull(one);
    Objects.requireNonNull(other);
    rows = List.copyOf(rows);
  }

  /**
   * Events of one type.
   *
   * @param there what the first did to the other
   * @param back what the other did to the first
   */
  public record Row(String type, int quad, long there, long back) {}

  /** Lays the deeds of both directions side by side. */
  static PairView of(String one, String other, List<Deed> deeds) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Deed deed : deeds) {
      Row row = rows.getOrDefault(deed.type(), new Row(deed.type(), deed.quad(), 0, 0));
      boolean there = deed.actor().equals(one);
      rows.put(
          deed.type(),
          new Row(
              row.type(),
              row.quad(),
              row.there() + (there ? deed.events() : 0),
              row.back() + (there ? 0 : deed.events())));
    }
    return new PairView(one, other, new ArrayList<>(rows.values()));
  }

  /** What the first did to the other. */
  public long there() {
    return rows.stream().mapToLong(Row::there).sum();
  }

  /** What the other did to the first. */
  public long back() {
    return rows.stream().mapToLong(Row::back).sum();
  }
}
