package org.demarche.press.page;

/**
 * Text without what a reader must not be fooled by: control characters (terminal escapes among
 * them), overrides of the writing direction (CVE-2021-42574), soft hyphens, zero-width spaces.
 */
public final class CleanText {
  private CleanText() {}

  /** Whether a character is never part of a text. */
  public static boolean isNoise(char c) {
    return (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u00ad'
        || c == '\u200b'
        || c == '\u2060'
        || c == '\ufeff';
  }

  /** Whether a character only parts words. */
  public static boolean isSpace(char c) {
    return c <= ' '
        || (c >= '\u007f' && c <= '\u00a0')
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000';
  }

  /** The text in one line, its white space collapsed. */
  public static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
          clean.append(' ');
        }
      } else if (!isNoise(c)) {
        clean.append(c);
      }
    }
    return clean.toString().strip();
  }
}
