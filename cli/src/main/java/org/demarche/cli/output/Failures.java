package org.demarche.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What failed, counted by kind, the first of each kind named. */
final class Failures {
  private static final int NAMED = 3;

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, List<String>> first = new LinkedHashMap<>();

  void add(String kind, String where) {
    counts.merge(kind, 1, Integer::sum);
    List<String> named = first.computeIfAbsent(kind, k -> new ArrayList<>());
    if (named.size() < NAMED) {
      named.add(where);
    }
  }

  int count() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** One line a kind. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          String more = count > NAMED ? ", …" : "";
          lines.add(count + " " + kind + ": " + String.join(", ", first.get(kind)) + more);
        });
    return lines;
  }
}
