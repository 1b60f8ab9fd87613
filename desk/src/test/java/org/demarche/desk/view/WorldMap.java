package org.demarche.desk.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.util.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes {@code static/world.json} from {@code countries-110m.json} of the npm package world-atlas
 * (Natural Earth, public domain); run by hand, see docs/desk.md.
 *
 * <p>TopoJSON becomes GeoJSON with coordinates in hundredths of a degree; a country is named by its
 * code in the actor book. Antarctica is left out.
 */
final class WorldMap {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<List<double[]>> arcs = new ArrayList<>();

  private WorldMap(JsonNode topology) {
    JsonNode scale = topology.at("/transform/scale");
    JsonNode translate = topology.at("/transform/translate");
    for (JsonNode arc : topology.get("arcs")) {
      List<double[]> points = new ArrayList<>();
      long x = 0;
      long y = 0;
      for (JsonNode step : arc) {
        x += step.get(0).asLong();
        y += step.get(1).asLong();
        points.add(
            new double[] {
              x * scale.get(0).asDouble() + translate.get(0).asDouble(),
              y * scale.get(1).asDouble() + translate.get(1).asDouble()
            });
      }
      arcs.add(points);
    }
  }

  /**
   * Reads the first file and writes the second.
   *
   * @param args TopoJSON, GeoJSON
   */
  public static void main(String[] args) throws IOException {
    JsonNode topology = JSON.readTree(Path.of(args[0]).toFile());
    WorldMap map = new WorldMap(topology);
    ObjectNode world = JSON.createObjectNode().put("type", "FeatureCollection");
    for (JsonNode country : topology.at("/objects/countries/geometries")) {
      if (!code(country).equals("ATA")) {
        ObjectNode feature = world.withArray("features").addObject().put("type", "Feature");
        feature.putObject("properties").put("name", code(country));
        feature.set("geometry", map.geometry(country));
      }
    }
    Files.writeString(Path.of(args[1]), world + "\n");
  }

  /** ISO 3166 alpha-3; what has none keeps its name, but for Kosovo. */
  private static String code(JsonNode country) {
    String name = country.at("/properties/name").asText();
    if (!country.has("id")) {
      return name.equals("Kosovo") ? "XKX" : name;
    }
    Region region = Region.getInstance(Integer.parseInt(country.get("id").asText()));
    return new Locale.Builder().setRegion(region.toString()).build().getISO3Country();
  }

  private JsonNode geometry(JsonNode country) {
    ObjectNode geometry = JSON.createObjectNode().put("type", "MultiPolygon");
    ArrayNode coordinates = geometry.putArray("coordinates");
    if (country.get("type").asText().equals("Polygon")) {
      put(country.get("arcs"), coordinates);
    } else {
      country.get("arcs").forEach(polygon -> put(polygon, coordinates));
    }
    return geometry;
  }

  /** A polygon, cut in two where it reaches over the edge of the map. */
  private void put(JsonNode polygon, ArrayNode coordinates) {
    List<List<double[]>> rings = new ArrayList<>();
    polygon.forEach(ring -> rings.add(unrolled(ring(ring))));
    for (int turn = -1; turn <= 1; turn++) {
      ArrayNode cut = JSON.createArrayNode();
      for (List<double[]> ring : rings) {
        List<double[]> part = side(side(ring, -180 + 360 * turn, 1), 180 + 360 * turn, -1);
        if (part.size() > 3) {
          write(part, -360 * turn, cut.addArray());
        }
      }
      if (!cut.isEmpty()) {
        coordinates.add(cut);
      }
    }
  }

  /** Without jumps from one edge of the map to the other, so that longitudes may be beyond 180. */
  private static List<double[]> unrolled(List<double[]> ring) {
    List<double[]> points = new ArrayList<>();
    double turns = 0;
    for (int i = 0; i < ring.size(); i++) {
      if (i > 0) {
        double step = ring.get(i)[0] - ring.get(i - 1)[0];
        turns += step > 180 ? -360 : step < -180 ? 360 : 0;
      }
      points.add(new double[] {ring.get(i)[0] + turns, ring.get(i)[1]});
    }
    return points;
  }

  /** What lies on one side of a meridian (Sutherland and Hodgman 1974), closed. */
  private static List<double[]> side(List<double[]> ring, double meridian, int sign) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i + 1 < ring.size(); i++) {
      double[] from = ring.get(i);
      double[] to = ring.get(i + 1);
      double before = sign * (from[0] - meridian);
      double after = sign * (to[0] - meridian);
      if (before >= 0) {
        kept.add(from);
      }
      if (before * after < 0) {
        double part = before / (before - after);
        kept.add(new double[] {meridian, from[1] + part * (to[1] - from[1])});
      }
    }
    if (!kept.isEmpty()) {
      kept.add(kept.get(0));
    }
    return kept;
  }

  private static void write(List<double[]> points, double shift, ArrayNode ring) {
    double[] last = null;
    for (double[] point : points) {
      double[] here = {hundredths(point[0] + shift), hundredths(point[1])};
      if (last == null || here[0] != last[0] || here[1] != last[1]) {
        ring.addArray().add(here[0]).add(here[1]);
      }
      last = here;
    }
  }

  /** Arcs one after the other; each begins where the one before ended. */
  private List<double[]> ring(JsonNode indices) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode index : indices) {
      int at = index.asInt();
      List<double[]> arc = new ArrayList<>(arcs.get(at < 0 ? ~at : at));
      if (at < 0) {
        java.util.Collections.reverse(arc);
      }
      points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
    }
    return points;
  }

  private static double hundredths(double degrees) {
    return Math.round(degrees * 100) / 100.0;
  }
}
