package org.demarche.archive.store;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as both full-text indexes see them: lower case, no accents, one space between. The indexes
 * only stem, so that the same query finds the same in SQLite and PostgreSQL.
 */
public final class FullText {
  private FullText() {}

  /** The words of a text; empty where it has none. */
  public static String words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder words = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
      int c = plain.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (space && !words.isEmpty()) {
          words.append(' ');
        }
        words.appendCodePoint(c);
        space = false;
      } else if (!isMark(c)) {
        space = true;
      }
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
