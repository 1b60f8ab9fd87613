package org.demarche.desk.view;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.archive.search.Query;
import org.demarche.archive.tally.Spot;
import org.demarche.archive.tally.Sum;
import org.demarche.archive.tally.Tally;
import org.demarche.coder.place.Place;
import org.springframework.stereotype.Component;

/** Where events took place, or whose they were, on a map. Thread-safe. */
@Component
public final class Maps {
  private static final int PLACES = 200;

  private final Tally tally;
  private final Names names;
  private final JsonMapper json = new JsonMapper();

  public Maps(Tally tally, Names names) {
    this.tally = tally;
    this.names = names;
  }

  /**
   * A map for a page.
   *
   * @param asked the view {@code /map}
   * @param query the events that are counted
   */
  public MapView view(Asked asked, Query query, Locale locale) {
    Tally.By by = by(asked);
    ObjectNode chart = json.createObjectNode();
    List<MapView.Row> countries = new ArrayList<>();
    countries(query, by)
        .forEach(
            (code, sum) -> {
              MapView.Row row =
                  new MapView.Row(
                      names.of(code, locale),
                      by == Tally.By.PLACE
                          ? asked.events("place", code)
                          : "/actors/" + URLEncoder.encode(code, StandardCharsets.UTF_8),
                      sum);
              countries.add(row);
              put(chart.withArray("countries").addObject().put("code", code), row);
            });
    List<MapView.Row> places = new ArrayList<>();
    if (by == Tally.By.PLACE) {
      for (Spot spot : tally.spots(query, PLACES)) {
        Place.Point point = spot.place().point().orElseThrow();
        MapView.Row row =
            new MapView.Row(
                spot.place().name(),
                asked.events("place", spot.place().name().toLowerCase(Locale.ROOT)),
                spot.sum());
        places.add(row);
        put(
            chart
                .withArray("places")
                .addObject()
                .put("longitude", point.longitude())
                .put("latitude", point.latitude()),
            row);
      }
    }
    return new MapView(by.label(), countries, places, chart.toString());
  }

  private static void put(ObjectNode node, MapView.Row row) {
    node.put("name", row.name()).put("href", row.href());
    node.put("events", row.sum().events());
    node.put("cooperation", row.sum().cooperation()).put("conflict", row.sum().conflict());
  }

  /** The countries, for programs. */
  public Sheet sheet(Asked asked, Query query) {
    return new Sheet(
        Sheet.columns("country"),
        countries(query, by(asked)).entrySet().stream()
            .map(e -> Sheet.row(e.getValue(), e.getKey()))
            .toList());
  }

  private Map<String, Sum> countries(Query query, Tally.By by) {
    Map<String, Sum> sums = new LinkedHashMap<>(tally.byCode(query, by));
    if (by != Tally.By.PLACE) {
      sums.keySet().removeIf(code -> !names.isState(code));
    }
    return sums;
  }

  private static Tally.By by(Asked asked) {
    String by = asked.state().getOrDefault("by", "");
    return List.of(Tally.By.values()).stream()
        .filter(b -> b.label().equals(by))
        .findFirst()
        .orElse(Tally.By.PLACE);
  }
}
