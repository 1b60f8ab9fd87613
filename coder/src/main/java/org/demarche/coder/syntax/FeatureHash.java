package org.demarche.coder.syntax;

/**
 * Names features by 64-bit hashes in place of strings: a feature is a type and the text of its
 * parts, hashed as if they were one string. Two of some million features share a hash with a chance
 * of one in ten million, and the conversion refuses a model in which two do.
 */
final class FeatureHash {
  /** The hash of no characters. */
  static final long EMPTY = 1;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private FeatureHash() {}

  static long extend(long hash, String text) {
    long extended = hash;
    for (int i = 0; i < text.length(); i++) {
      extended = extended * FACTOR + text.charAt(i) + 1;
    }
    return extended;
  }

  static long extend(long hash, char c) {
    return hash * FACTOR + c + 1;
  }

  /** The same as {@link #extend(long, String)}, whatever the length. */
  static long extend(long hash, Text text) {
    return hash * text.power + text.sum;
  }

  /** A text that is appended often. Each character multiplies and adds; so do all together. */
  record Text(long power, long sum) {
    /** Null for null. */
    static Text of(String text) {
      if (text == null) {
        return null;
      }
      long power = 1;
      for (int i = 0; i < text.length(); i++) {
        power *= FACTOR;
      }
      return new Text(power, extend(0, text));
    }
  }

  /** The name of the feature whose text hashes to {@code hash}; never 0. */
  static long feature(int type, long hash) {
    long mixed = hash + (type + 1) * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return mixed == 0 ? 1 : mixed;
  }

  static long feature(int type, String text) {
    return feature(type, extend(EMPTY, text));
  }
}
