package org.demarche.coder.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut into words, digit runs and single signs, with offsets kept; one pass, no regex. */
final class Tokens {
  enum Type {
    WORD,
    NUMBER,
    /** Digits with thousands commas or a decimal point: never a year or a day. */
    FIGURE,
    SIGN
  }

  /**
   * @param gap whether white space stands before it
   * @param opens whether a sentence or paragraph starts with it
   */
  record Token(
      int start, int end, String raw, String lower, Type type, boolean gap, boolean opens) {
    boolean capital() {
      return Character.isUpperCase(raw.charAt(0));
    }
  }

  /** Longer runs are no words or numbers of any calendar; they are kept but not lower-cased. */
  private static final int LONGEST = 40;

  private static final Token NONE = new Token(0, 0, " ", "", Type.SIGN, true, true);

  private final List<Token> tokens = new ArrayList<>();
  private final String text;

  Tokens(String text) {
    this.text = text;
    int i = 0;
    boolean gap = true;
    int newlines = 2;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        gap = true;
        newlines += c == '\n' ? 1 : 0;
        i++;
        continue;
      }
      int end = endOf(i);
      String raw = text.substring(i, end);
      String lower = end - i > LONGEST ? "" : sign(raw.toLowerCase(Locale.ROOT));
      Type type = typeOf(c, raw);
      boolean opens = newlines >= 2 || sentenceStarts(gap, raw);
      tokens.add(new Token(i, end, raw, lower, type, gap, opens || tokens.isEmpty()));
      gap = false;
      newlines = 0;
      i = end;
    }
  }

  private static String sign(String lower) {
    return switch (lower) {
      case "–", "‑", "‐", "−" -> "-";
      case "’", "‘", "`" -> "'";
      default -> lower;
    };
  }

  private static Type typeOf(char first, String raw) {
    if (isDigit(first)) {
      return raw.indexOf(',') >= 0 || raw.indexOf('.') >= 0 ? Type.FIGURE : Type.NUMBER;
    }
    return Character.isLetter(first) ? Type.WORD : Type.SIGN;
  }

  private int endOf(int i) {
    char c = text.charAt(i);
    int end = i + 1;
    if (isDigit(c)) {
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      return figureEnd(i, end);
    }
    if (Character.isLetter(c)) {
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  /** Takes in ",500" of "1,500" and ".5" of "3.5", but not ",1940" of "10,1940". */
  private int figureEnd(int start, int digitsEnd) {
    int end = digitsEnd;
    while (end + 1 < text.length()
        && (text.charAt(end) == ',' || text.charAt(end) == '.')
        && isDigit(text.charAt(end + 1))) {
      int next = end + 1;
      while (next < text.length() && isDigit(text.charAt(next))) {
        next++;
      }
      if (text.charAt(end) == ',' && (next - end != 4 || digitsEnd - start > 3)) {
        break;
      }
      end = next;
    }
    return end;
  }

  private boolean sentenceStarts(boolean gap, String raw) {
    if (tokens.isEmpty()) {
      return true;
    }
    if (!gap || Character.isLowerCase(raw.charAt(0))) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    if (last.lower.equals("!") || last.lower.equals("?") || last.lower.equals(";")) {
      return true;
    }
    // "Mr. Smith", "Sept. 5", "U.S. forces": a full stop after a short word ends no sentence.
    return last.lower.equals(".")
        && (tokens.size() < 2
            || tokens.get(tokens.size() - 2).raw.length() > 4
            || !tokens.get(tokens.size() - 2).capital());
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int size() {
    return tokens.size();
  }

  /** A blank sign for any index outside the text, so that rules may look around freely. */
  Token at(int i) {
    return i < 0 || i >= tokens.size() ? NONE : tokens.get(i);
  }

  String lower(int i) {
    return at(i).lower;
  }

  /** Whether token {@code i} follows its left neighbour without white space. */
  boolean glued(int i) {
    return i > 0 && i < tokens.size() && !tokens.get(i).gap;
  }

  String text() {
    return text;
  }
}
