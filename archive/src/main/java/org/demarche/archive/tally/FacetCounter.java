package org.demarche.archive.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the values of rows whose columns are {@link Facet#OF_EVENTS}. */
final class FacetCounter {
  private final List<Map<String, int[]>> counts = new ArrayList<>();
  private int rows;

  FacetCounter() {
    Facet.OF_EVENTS.forEach(f -> counts.add(new HashMap<>()));
  }

  /** One row more; how many there were so far. */
  int count(ResultSet row) throws SQLException {
    for (int i = 0; i < counts.size(); i++) {
      String value = row.getString(i + 1);
      if (value != null && !value.isEmpty()) {
        counts.get(i).computeIfAbsent(value, v -> new int[1])[0]++;
      }
    }
    return ++rows;
  }

  Map<Facet, List<Facet.Count>> counts(int limit) {
    Map<Facet, List<Facet.Count>> all = new EnumMap<>(Facet.class);
    for (int i = 0; i < counts.size(); i++) {
      Map<String, Integer> values = new HashMap<>();
      counts.get(i).forEach((value, count) -> values.put(value, count[0]));
      all.put(Facet.OF_EVENTS.get(i), most(Facet.OF_EVENTS.get(i), values, limit));
    }
    return all;
  }

  /** The most frequent values, or the latest months; the empty one is none. */
  static List<Facet.Count> most(Facet facet, Map<String, Integer> counts, int limit) {
    Comparator<Facet.Count> frequent =
        Comparator.comparing(Facet.Count::count).reversed().thenComparing(Facet.Count::value);
    Comparator<Facet.Count> latest = Comparator.comparing(Facet.Count::value).reversed();
    return counts.entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .map(e -> new Facet.Count(e.getKey(), e.getValue()))
        .sorted(facet.isOfTime() ? latest : frequent)
        .limit(limit)
        .toList();
  }
}
