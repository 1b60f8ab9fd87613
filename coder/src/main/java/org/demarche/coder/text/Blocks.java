package org.demarche.coder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts text at the line ends that no sentence crosses. */
final class Blocks {
  /** Headings are shorter, in characters. */
  private static final int LONGEST_HEADING = 150;

  private Blocks() {}

  /** Paragraphs, headings and list items, ascending; only white space lies between them. */
  static List<CharSpan> of(String text) {
    List<CharSpan> blocks = new ArrayList<>();
    int begin = 0;
    int lines = 0;
    int lineStart = 0;
    while (lineStart < text.length()) {
      int lineEnd = lineEnd(text, lineStart);
      int next = lineEnd < text.length() ? afterBreak(text, lineEnd) : lineEnd;
      boolean blank = isBlank(text, lineStart, lineEnd);
      lines = blank ? 0 : lines + 1;
      boolean parts =
          blank
              || isBlank(text, next, lineEnd(text, next))
              || startsItem(text, next)
              || (lines == 1 && isHeading(text, lineStart, lineEnd, next));
      if (parts) {
        blocks.add(new CharSpan(begin, next));
        begin = next;
        lines = 0;
      }
      lineStart = next;
    }
    if (begin < text.length()) {
      blocks.add(new CharSpan(begin, text.length()));
    }
    return blocks;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2029' || c == '\u2028' || c == '\u0085';
  }

  private static int afterBreak(String text, int at) {
    boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    return pair ? at + 2 : at + 1;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!SentenceSplitter.isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A line that begins with a bullet. */
  private static boolean startsItem(String text, int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i + 1 < text.length()
        && "-*\u2022\u2023\u25aa\u25cf\u2013".indexOf(text.charAt(i)) >= 0
        && text.charAt(i + 1) == ' '
        // A dash goes on a wrapped sentence; a bullet stands before a capital.
        && i + 2 < text.length()
        && (Character.isUpperCase(text.charAt(i + 2)) || text.charAt(i) == '\u2022');
  }

  /**
   * The first line of a block that is all capitals or has every longer word capitalised, ends
   * without punctuation and stands before a line that begins anew.
   */
  private static boolean isHeading(String text, int start, int end, int next) {
    if (end - start > LONGEST_HEADING || next >= text.length()) {
      return false;
    }
    String line = text.substring(start, end).strip();
    if (line.isEmpty()
        || ",;-\u2013\u2014.\"\u201d(".indexOf(line.charAt(line.length() - 1)) >= 0) {
      return false;
    }
    int first = next;
    while (first < text.length() && "\"'([\u201c\u2018 \t".indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    if (first >= text.length() || !Character.isUpperCase(text.charAt(first))) {
      return false;
    }
    if (line.equals(line.toUpperCase(Locale.ROOT))) {
      String below = text.substring(next, Math.min(lineEnd(text, next), next + LONGEST_HEADING));
      return firstLetter(line) >= 0 && !below.equals(below.toUpperCase(Locale.ROOT));
    }
    // In narrow columns a name may fill a line; a heading is shorter than the body below it.
    return line.length() * 4L <= (lineEnd(text, next) - next) * 3L && isTitleCase(line);
  }

  private static boolean isTitleCase(String line) {
    int words = 0;
    boolean capital = false;
    for (String word : line.split("\\s+", -1)) {
      int letter = firstLetter(word);
      if (letter >= 0) {
        words++;
        capital = Character.isUpperCase(word.charAt(letter));
        if (!capital && word.length() - letter > 4) {
          return false;
        }
      }
    }
    return words >= 2 && capital;
  }

  private static int firstLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
