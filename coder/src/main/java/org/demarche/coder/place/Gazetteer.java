package org.demarche.coder.place;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Names of places with what they may mean: GeoNames' places of a thousand inhabitants and more
 * (CC-BY), packed by {@code PackGazetteer}. Immutable. Kept as bytes and searched in place, so that
 * it loads in a tenth of a second and takes some 14 MB.
 */
public final class Gazetteer {
  private static final int VERSION = 1;

  /** As the file numbers them. */
  private static final List<Place.Kind> KINDS =
      List.of(
          Place.Kind.COUNTRY,
          Place.Kind.REGION,
          Place.Kind.TOWN,
          Place.Kind.SEAT,
          Place.Kind.CAPITAL);

  private static final double DEGREE = 1e3;

  private final String[] countries;
  private final Map<String, Integer> countryRows = new HashMap<>();
  private final int[] ids;
  private final byte[] kinds;
  private final byte[] countryOf;
  private final short[] regionOf;
  private final int[] latitudes;
  private final int[] longitudes;
  private final int[] populations;
  private final byte[] names;
  private final int[] nameStarts;
  private final byte[] keys;
  private final int[] keyStarts;
  private final int[] postings;
  private final int[] postingStarts;

  private Gazetteer(DataInputStream in) throws IOException {
    int version = in.readInt();
    if (version != VERSION) {
      throw new IllegalStateException("gazetteer of version " + version + ", not " + VERSION);
    }
    countries = new String[in.readInt()];
    for (int i = 0; i < countries.length; i++) {
      countries[i] = alpha3(in.readUTF());
    }
    int rows = in.readInt();
    ids = ints(in, rows);
    kinds = in.readNBytes(rows);
    countryOf = in.readNBytes(rows);
    regionOf = new short[rows];
    ByteBuffer.wrap(in.readNBytes(2 * rows)).asShortBuffer().get(regionOf);
    latitudes = ints(in, rows);
    longitudes = ints(in, rows);
    populations = ints(in, rows);
    int count = in.readInt();
    ByteBuffer lengths = ByteBuffer.wrap(in.readNBytes(2 * count));
    nameStarts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      nameStarts[i + 1] = nameStarts[i] + Short.toUnsignedInt(lengths.getShort());
    }
    names = in.readNBytes(in.readInt());
    int keyCount = in.readInt();
    byte[] steps = in.readNBytes(2 * keyCount);
    keys = new byte[in.readInt()];
    byte[] suffixes = in.readNBytes(in.readInt());
    keyStarts = new int[keyCount + 1];
    for (int i = 0, at = 0; i < keyCount; i++) {
      int same = steps[2 * i] & 0xff;
      int more = steps[2 * i + 1] & 0xff;
      int start = keyStarts[i];
      if (same > 0) {
        System.arraycopy(keys, keyStarts[i - 1], keys, start, same);
      }
      System.arraycopy(suffixes, at, keys, start + same, more);
      at += more;
      keyStarts[i + 1] = start + same + more;
    }
    byte[] sizes = in.readNBytes(keyCount);
    postingStarts = new int[keyCount + 1];
    for (int i = 0; i < keyCount; i++) {
      postingStarts[i + 1] = postingStarts[i] + (sizes[i] & 0xff);
    }
    postings = ints(in, postingStarts[keyCount]);
    for (int i = 0; i < rows && KINDS.get(kinds[i]) == Place.Kind.COUNTRY; i++) {
      countryRows.put(countries[countryOf[i] & 0xff], i);
    }
  }

  private static int[] ints(DataInputStream in, int count) throws IOException {
    int[] ints = new int[count];
    ByteBuffer.wrap(in.readNBytes(4 * count)).asIntBuffer().get(ints);
    return ints;
  }

  private static String alpha3(String alpha2) {
    if (alpha2.equals("XK")) {
      return "XKX";
    }
    try {
      return new Locale("", alpha2).getISO3Country();
    } catch (MissingResourceException e) {
      return alpha2;
    }
  }

  /** Made when it is first asked for. */
  private static final class BuiltIn {
    static final Gazetteer GAZETTEER = load();

    private static Gazetteer load() {
      try (InputStream raw = Gazetteer.class.getResourceAsStream("gazetteer.bin.gz")) {
        if (raw == null) {
          throw new IllegalStateException("not on the class path: gazetteer.bin.gz");
        }
        return new Gazetteer(
            new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The built-in gazetteer, loaded by the first call. */
  public static Gazetteer builtIn() {
    return BuiltIn.GAZETTEER;
  }

  /** The towns and regions of a name in any script, the most populous first; empty if none. */
  public List<Place> named(String name) {
    byte[] key = fold(name).getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = keyStarts.length - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              keys, keyStarts[middle], keyStarts[middle + 1], key, 0, key.length);
      if (order == 0) {
        List<Place> places = new ArrayList<>();
        for (int i = postingStarts[middle]; i < postingStarts[middle + 1]; i++) {
          places.add(place(postings[i]));
        }
        return places;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return List.of();
  }

  /**
   * The country of an ISO 3166 alpha-3 code; its point is the middle of its places.
   *
   * @param name what it is to be called
   */
  public Optional<Place> country(String code, String name) {
    return Optional.ofNullable(countryRows.get(code))
        .map(this::place)
        .map(p -> new Place(name, p.kind(), code, "", p.point(), p.population(), 0));
  }

  private Place place(int row) {
    short region = regionOf[row];
    return new Place(
        name(row),
        KINDS.get(kinds[row]),
        countries[countryOf[row] & 0xff],
        region < 0 ? "" : name(region),
        Optional.of(new Place.Point(latitudes[row] / DEGREE, longitudes[row] / DEGREE)),
        populations[row],
        ids[row]);
  }

  private String name(int row) {
    return new String(
        names, nameStarts[row], nameStarts[row + 1] - nameStarts[row], StandardCharsets.UTF_8);
  }

  /**
   * The form in which names are compared: lower case, no marks on Latin letters, a blank for a
   * hyphen, no apostrophes and full stops.
   */
  public static String fold(String name) {
    String marks = Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder();
    boolean latin = true;
    for (int i = 0; i < marks.length(); i++) {
      char c = marks.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        if (!latin) {
          folded.append(c);
        }
        continue;
      }
      if (Character.isLetter(c)) {
        latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
      }
      if (c == '-' || c == '‐' || c == '‑' || Character.isWhitespace(c) || c == '\u00a0') {
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      } else if ("'‘’ʼ`.".indexOf(c) < 0) {
        folded.append(c);
      }
    }
    return Normalizer.normalize(folded.toString().strip(), Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT);
  }
}
