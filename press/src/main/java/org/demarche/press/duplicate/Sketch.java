package org.demarche.press.duplicate;

import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What is kept of a text to find its reprints: the hashes of its shingles (five words in a row, of
 * scripts without spaces eight characters) that are divisible by two, sorted. Which hashes are kept
 * does not depend on the text, so that the share of one text in another can be told from two
 * sketches, whatever their lengths: the "mod m" sketch of Broder, On the resemblance and
 * containment of documents (1997). One in eight hashes is a key to look texts up by.
 *
 * <p>Letter case, punctuation and spacing do not count.
 */
public final class Sketch {
  private static final int WORDS = 5;
  private static final int CHARACTERS = 8;
  private static final long KEPT = 2;
  private static final long KEYS = 8;

  private final long[] hashes;

  private Sketch(long[] hashes) {
    this.hashes = hashes;
  }

  /** The sketch of a text; empty where the text has too few words. */
  public static Sketch of(CharSequence text) {
    List<String> tokens = tokens(text);
    LongStream.Builder kept = LongStream.builder();
    for (int start = 0; start < tokens.size(); start++) {
      int end = start;
      int weight = 0;
      while (end < tokens.size() && weight < WORDS * CHARACTERS) {
        weight += ideographic(tokens.get(end)) ? WORDS : CHARACTERS;
        end++;
      }
      if (weight < WORDS * CHARACTERS) {
        break;
      }
      long hash =
          Hashing.komihash5_0().hashCharsToLong(String.join(" ", tokens.subList(start, end)));
      if (Long.remainderUnsigned(hash, KEPT) == 0) {
        kept.add(hash);
      }
    }
    return new Sketch(kept.build().sorted().distinct().toArray());
  }

  /** A sketch as {@link #bytes()} wrote it. */
  public static Sketch ofBytes(byte[] bytes) {
    if (bytes.length % Long.BYTES != 0) {
      throw new IllegalArgumentException("not a sketch: " + bytes.length + " bytes");
    }
    long[] hashes = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
    return new Sketch(hashes);
  }

  /** The sketch to be stored: eight bytes a hash, big-endian, ascending. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(hashes.length * Long.BYTES);
    buffer.asLongBuffer().put(hashes);
    return buffer.array();
  }

  /** The number of hashes kept: about half of the text's words. */
  public int size() {
    return hashes.length;
  }

  /** The hashes under which a text is looked up: about one for eight of its words. */
  public LongStream keys() {
    return Arrays.stream(hashes).filter(hash -> Long.remainderUnsigned(hash, KEYS) == 0);
  }

  /** How much of this text is in the other one, 0 to 1; 0 where this sketch is empty. */
  public double containmentIn(Sketch other) {
    return hashes.length == 0 ? 0 : (double) common(other) / hashes.length;
  }

  /** What both have in common, of what either has, 0 to 1. */
  public double resemblance(Sketch other) {
    int common = common(other);
    int all = hashes.length + other.hashes.length - common;
    return all == 0 ? 0 : (double) common / all;
  }

  private int common(Sketch other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < hashes.length && j < other.hashes.length) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** Words in lower case; of scripts written without spaces, single characters. */
  private static List<String> tokens(CharSequence text) {
    List<String> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean single = Character.isIdeographic(c) || unspaced(c);
              boolean joined =
                  Character.isLetterOrDigit(c)
                      || Character.getType(c) == Character.NON_SPACING_MARK;
              if ((single || !joined) && word.length() > 0) {
                tokens.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
              }
              if (single) {
                tokens.add(Character.toString(c));
              } else if (joined) {
                word.appendCodePoint(c);
              }
            });
    if (word.length() > 0) {
      tokens.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return tokens;
  }

  private static boolean ideographic(String token) {
    int c = token.codePointAt(0);
    return Character.isIdeographic(c) || unspaced(c);
  }

  private static boolean unspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
      default -> false;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch && Arrays.equals(hashes, sketch.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " hashes";
  }
}
