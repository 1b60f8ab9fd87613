package org.demarche.coder.syntax;

import java.util.Arrays;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.SentenceSplitter;

/**
 * A sentence's characters as ClearNLP's rules know them: one plain space for any white space, ASCII
 * quotes, no soft hyphens or other invisible marks; with the way back to the text.
 */
final class Plain {
  private final String chars;

  /** The place in the text of each of {@code chars}, and the span's end. */
  private final int[] offsets;

  private final String text;
  private final CharSpan span;

  private Plain(String chars, int[] offsets, String text, CharSpan span) {
    this.chars = chars;
    this.offsets = offsets;
    this.text = text;
    this.span = span;
  }

  static Plain of(String text, CharSpan span) {
    char[] chars = new char[span.length()];
    int[] offsets = new int[span.length() + 1];
    int length = 0;
    for (int i = span.start(); i < span.end(); i++) {
      char c = text.charAt(i);
      boolean attached =
          isInvisible(c) && ((length > 0 && chars[length - 1] != ' ') || beforeWord(text, i, span));
      if (!attached) {
        chars[length] = plain(c);
        offsets[length++] = i;
      }
    }
    offsets[length] = span.end();
    return new Plain(new String(chars, 0, length), Arrays.copyOf(offsets, length + 1), text, span);
  }

  /** Whether a word goes on behind the invisible characters at {@code at}. */
  private static boolean beforeWord(String text, int at, CharSpan span) {
    int i = at;
    while (i < span.end() && isInvisible(text.charAt(i))) {
      i++;
    }
    return i < span.end() && !SentenceSplitter.isBlank(text.charAt(i));
  }

  String chars() {
    return chars;
  }

  int length() {
    return chars.length();
  }

  boolean isBlank(int at) {
    return chars.charAt(at) == ' ';
  }

  /** Where {@code [begin, end)} stands in the text, with the invisible characters about it. */
  CharSpan covered(int begin, int end) {
    int from = offsets[begin];
    if (begin == 0 || isBlank(begin - 1)) {
      int bound = begin == 0 ? span.start() : offsets[begin - 1] + 1;
      while (from > bound && isInvisible(text.charAt(from - 1))) {
        from--;
      }
    }
    int to = offsets[end - 1] + 1;
    while (to < offsets[end] && isInvisible(text.charAt(to))) {
      to++;
    }
    return new CharSpan(from, to);
  }

  /** The form that the tagger was trained on: ASCII quotes and dashes, no invisible marks. */
  static String word(String form) {
    StringBuilder word = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      switch (c) {
        case '\u2026' -> word.append("...");
        case '\u2014', '\u2015' -> word.append("--");
        default -> {
          if (!isInvisible(c)) {
            word.append(plain(c));
          }
        }
      }
    }
    return word.length() == 0 ? form : word.toString();
  }

  /** The characters that can be seen. */
  static String visible(String form) {
    StringBuilder seen = null; // most forms stay as they are
    for (int i = 0; i < form.length(); i++) {
      boolean invisible = isInvisible(form.charAt(i));
      if (invisible && seen == null) {
        seen = new StringBuilder(form.length()).append(form, 0, i);
      } else if (!invisible && seen != null) {
        seen.append(form.charAt(i));
      }
    }
    return seen == null ? form : seen.toString();
  }

  private static char plain(char c) {
    if (SentenceSplitter.isBlank(c)) {
      return ' ';
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4', '\u02bc' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
      default -> c;
    };
  }

  /** Soft hyphens, zero-width and directional marks: they stand inside words and mean nothing. */
  private static boolean isInvisible(char c) {
    return c >= '\u00ad' && isMark(c);
  }

  private static boolean isMark(char c) {
    return c == '\u00ad'
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u2064');
  }
}
