import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.demarche.coder.place.Gazetteer;

/**
 * Packs GeoNames' table of places into the gazetteer that the coder ships. Run by hand, as {@code
 * docs/places.md} says:
 *
 * <pre>java -cp coder/target/classes PackGazetteer.java cities1000.txt admin1.json renamed.tsv
 * gazetteer.bin.gz</pre>
 *
 * <p>The layout is the one that {@code Gazetteer} reads: all integers big-endian, names in folded
 * form sorted by their UTF-8 bytes, so that a search needs no table but the bytes themselves.
 */
final class PackGazetteer {
  private static final int VERSION = 1;

  /** Names in other scripts are kept from this many inhabitants, and for capitals. */
  private static final int OTHER_SCRIPTS = 30_000;

  /** Of more places of one name the smallest are left out. */
  private static final int NAMESAKES = 127;

  private static final Set<String> LEFT_OUT = Set.of("PPLH", "PPLQ", "PPLW", "PPLCH");
  private static final Pattern SUFFIX =
      Pattern.compile(
          " (?:Oblast|Province|Region|Governorate|State|City|County|District|Department|Prefecture"
              + "|Voivodeship|Republic|Krai|Raion|Canton|Division|Parish)$");

  private enum Kind {
    COUNTRY,
    REGION,
    PLACE,
    SEAT,
    CAPITAL
  }

  private record Row(
      int id,
      String name,
      Kind kind,
      String country,
      int region,
      double lat,
      double lon,
      long population,
      Set<String> keys) {}

  /** What lies in a country or region: its middle is the mean of its places. */
  private static final class Middle {
    double x;
    double y;
    double z;
    long population;

    void add(double lat, double lon, long people) {
      double a = Math.toRadians(lat);
      double b = Math.toRadians(lon);
      x += Math.cos(a) * Math.cos(b);
      y += Math.cos(a) * Math.sin(b);
      z += Math.sin(a);
      population += people;
    }

    double lat() {
      return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    }

    double lon() {
      return Math.toDegrees(Math.atan2(y, x));
    }
  }

  public static void main(String[] args) throws IOException {
    Map<String, String> regionNames = regionNames(Files.readString(Path.of(args[1])));
    List<String[]> lines =
        Files.readAllLines(Path.of(args[0])).stream()
            .map(line -> line.split("\t", -1))
            .filter(f -> f.length >= 15 && !LEFT_OUT.contains(f[7]))
            .toList();
    Map<String, Middle> countries = new TreeMap<>();
    Map<String, Middle> regions = new TreeMap<>();
    for (String[] f : lines) {
      double lat = Double.parseDouble(f[4]);
      double lon = Double.parseDouble(f[5]);
      countries.computeIfAbsent(f[8], c -> new Middle()).add(lat, lon, Long.parseLong(f[14]));
      if (regionNames.containsKey(f[8] + "." + f[10])) {
        regions
            .computeIfAbsent(f[8] + "." + f[10], c -> new Middle())
            .add(lat, lon, Long.parseLong(f[14]));
      }
    }
    Map<String, String> renamed = renamed(Path.of(args[2]));
    List<Row> rows = new ArrayList<>();
    countries.forEach(
        (code, m) ->
            rows.add(
                new Row(0, "", Kind.COUNTRY, code, -1, m.lat(), m.lon(), m.population, Set.of())));
    Map<String, Integer> regionRow = new LinkedHashMap<>();
    regions.forEach(
        (code, m) -> {
          String name = regionNames.get(code);
          Set<String> keys = new LinkedHashSet<>();
          keys.add(Gazetteer.fold(name));
          keys.add(Gazetteer.fold(SUFFIX.matcher(name).replaceFirst("")));
          regionRow.put(code, rows.size());
          rows.add(
              new Row(
                  0,
                  name,
                  Kind.REGION,
                  code.substring(0, 2),
                  -1,
                  m.lat(),
                  m.lon(),
                  m.population,
                  keys));
        });
    for (String[] f : lines) {
      Kind kind =
          f[7].equals("PPLC") ? Kind.CAPITAL : f[7].equals("PPLA") ? Kind.SEAT : Kind.PLACE;
      long population = Long.parseLong(f[14]);
      Set<String> keys = keys(f, population >= OTHER_SCRIPTS || kind == Kind.CAPITAL);
      String name = renamed.getOrDefault(f[0], f[1]);
      keys.add(Gazetteer.fold(name));
      rows.add(
          new Row(
              Integer.parseInt(f[0]),
              name,
              kind,
              f[8],
              regionRow.getOrDefault(f[8] + "." + f[10], -1),
              Double.parseDouble(f[4]),
              Double.parseDouble(f[5]),
              population,
              keys));
    }
    write(rows, Path.of(args[3]));
  }

  /** The new names of places by GeoNames id. */
  private static Map<String, String> renamed(Path file) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] f = line.split("\t");
        names.put(f[0], f[2]);
      }
    }
    return names;
  }

  private static Map<String, String> regionNames(String json) {
    Map<String, String> names = new LinkedHashMap<>();
    Matcher m =
        Pattern.compile("\"code\":\"([^\"]+)\",\"name\":\"((?:[^\"\\\\]|\\\\.)+)\"").matcher(json);
    while (m.find()) {
      names.put(m.group(1), m.group(2).replace("\\\"", "\""));
    }
    return names;
  }

  private static Set<String> keys(String[] f, boolean otherScripts) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(Gazetteer.fold(f[1]));
    keys.add(Gazetteer.fold(f[2]));
    for (String other : f[3].split(",")) {
      String name = other.strip();
      if (name.isEmpty() || name.length() > 40 || name.contains("http")) {
        continue;
      }
      int first = name.codePointAt(0);
      boolean latin = Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN;
      // lower case: a mechanical transliteration; three capitals: an airport's code
      boolean named =
          latin && Character.isUpperCase(first) && !name.matches("[A-Z]{2,3}") && f[1].length() > 1;
      boolean foreign = !latin && Character.isLetter(first) && otherScripts;
      if (named || foreign) {
        keys.add(Gazetteer.fold(name));
      }
    }
    keys.removeIf(k -> k.length() < 2);
    return keys;
  }

  private static void write(List<Row> rows, Path file) throws IOException {
    TreeMap<byte[], List<Integer>> names = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < rows.size(); i++) {
      for (String key : rows.get(i).keys()) {
        names.computeIfAbsent(key.getBytes(StandardCharsets.UTF_8), k -> new ArrayList<>()).add(i);
      }
    }
    List<String> countries =
        new ArrayList<>(new TreeSet<>(rows.stream().map(Row::country).toList()));
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
        DataOutputStream out =
            new DataOutputStream(
                new GZIPOutputStream(raw) {
                  {
                    def.setLevel(Deflater.BEST_COMPRESSION);
                  }
                })) {
      out.writeInt(VERSION);
      out.writeInt(countries.size());
      for (String country : countries) {
        out.writeUTF(country);
      }
      out.writeInt(rows.size());
      for (Row row : rows) {
        out.writeInt(row.id());
      }
      for (Row row : rows) {
        out.writeByte(row.kind().ordinal());
      }
      for (Row row : rows) {
        out.writeByte(countries.indexOf(row.country()));
      }
      for (Row row : rows) {
        out.writeShort(row.region());
      }
      for (Row row : rows) {
        out.writeInt((int) Math.round(row.lat() * 1e3));
      }
      for (Row row : rows) {
        out.writeInt((int) Math.round(row.lon() * 1e3));
      }
      for (Row row : rows) {
        out.writeInt((int) Math.min(row.population(), Integer.MAX_VALUE));
      }
      strings(out, rows.stream().map(r -> r.name().getBytes(StandardCharsets.UTF_8)).toList());
      sorted(out, List.copyOf(names.keySet()));
      List<List<Integer>> postings =
          names.values().stream()
              .map(
                  p ->
                      p.stream()
                          .sorted(Comparator.comparing(i -> -rows.get(i).population()))
                          .limit(NAMESAKES)
                          .toList())
              .toList();
      for (List<Integer> posting : postings) {
        out.writeByte(posting.size());
      }
      for (List<Integer> posting : postings) {
        for (int row : posting) {
          out.writeInt(row);
        }
      }
    }
    System.out.println(rows.size() + " places, " + names.size() + " names");
  }

  /** Of each only what differs from the one before, and how much does not. */
  private static void sorted(DataOutputStream out, List<byte[]> strings) throws IOException {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    out.writeInt(strings.size());
    byte[] before = {};
    int length = 0;
    for (byte[] s : strings) {
      int same = Math.max(0, Arrays.mismatch(before, s));
      out.writeByte(same);
      out.writeByte(s.length - same);
      blob.write(s, same, s.length - same);
      length += s.length;
      before = s;
    }
    out.writeInt(length);
    out.writeInt(blob.size());
    out.write(blob.toByteArray());
  }

  private static void strings(DataOutputStream out, List<byte[]> strings) throws IOException {
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    out.writeInt(strings.size());
    for (byte[] s : strings) {
      out.writeShort(s.length);
      blob.write(s);
    }
    out.writeInt(blob.size());
    out.write(blob.toByteArray());
  }
}
