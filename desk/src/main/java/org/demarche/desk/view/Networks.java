package org.demarche.desk.view;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.archive.search.Query;
import org.demarche.archive.tally.Pair;
import org.demarche.archive.tally.Tally;
import org.springframework.stereotype.Component;

/** Who acts with whom, as a network. Thread-safe. */
@Component
public final class Networks {
  /** More edges than these are a tangle. */
  private static final int DRAWN = 120;

  private static final int MOST = 10_000;

  private final Tally tally;
  private final Names names;
  private final JsonMapper json = new JsonMapper();

  public Networks(Tally tally, Names names) {
    this.tally = tally;
    this.names = names;
  }

  /** The network of a query for a page. */
  public NetworkView view(Query query, Locale locale) {
    List<Pair> pairs = tally.pairs(query, DRAWN);
    Map<String, long[]> actors = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      for (String code : List.of(pair.one(), pair.other())) {
        long[] sums = actors.computeIfAbsent(code, c -> new long[2]);
        sums[0] += pair.sum().cooperation();
        sums[1] += pair.sum().conflict();
      }
    }
    ObjectNode chart = json.createObjectNode();
    actors.forEach(
        (code, sums) ->
            chart
                .withArray("nodes")
                .addObject()
                .put("id", code)
                .put("name", names.of(code, locale))
                .put("cooperation", sums[0])
                .put("conflict", sums[1]));
    for (Pair pair : pairs) {
      chart
          .withArray("edges")
          .addObject()
          .put("source", pair.one())
          .put("target", pair.other())
          .put("cooperation", pair.sum().cooperation())
          .put("conflict", pair.sum().conflict())
          .put("events", pair.sum().events());
    }
    return new NetworkView(pairs, actors.size(), chart.toString());
  }

  /** All its edges, for programs. */
  public Sheet sheet(Query query) {
    return new Sheet(
        Sheet.columns("actor", "partner"),
        tally.pairs(query, MOST).stream()
            .map(p -> Sheet.row(p.sum(), p.one(), p.other()))
            .toList());
  }
}
