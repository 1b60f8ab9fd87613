package org.demarche.coder.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts English press text into sentences. ICU's rules find the candidates; this class takes back
 * those after titles, initials and acronyms, and knows headings and wrapped lines. Runs in time
 * linear in the text and is thread-safe.
 */
public final class SentenceSplitter {
  /** The longest sentence in characters: longer ones are cut at white space and continue. */
  public static final int LONGEST = 2_000;

  /** ICU sees this many characters at a time, so that no text is too long for it. */
  private static final int WINDOW = 32_000;

  // ICU's own FilteredBreakIterator compares ends of words ("ICBMs." with "Ms.", "Aviv." with
  // "v."), so the abbreviations are looked up here, as whole words.
  private final BreakIterator prototype = BreakIterator.getSentenceInstance(ULocale.ENGLISH);

  /**
   * The sentences of {@code text}, ascending, without the white space around them; empty where
   * there is none. Every character that is not white space lies in exactly one span.
   *
   * @throws NullPointerException for {@code null}
   */
  public List<CharSpan> split(String text) {
    Objects.requireNonNull(text);
    List<CharSpan> sentences = new ArrayList<>();
    BreakIterator breaks = (BreakIterator) prototype.clone();
    for (CharSpan block : Blocks.of(text)) {
      splitBlock(text, block, breaks, sentences);
    }
    return sentences.stream().map(s -> Dateline.without(text, s)).toList();
  }

  /** Whether {@code c} is white space of any kind, the non-breaking kinds too. */
  public static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\ufeff';
  }

  private static void splitBlock(
      String text, CharSpan block, BreakIterator breaks, List<CharSpan> sentences) {
    int from = block.start();
    while (from < block.end()) {
      int to = (int) Math.min((long) from + WINDOW, block.end());
      if (to < block.end() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      String window = flat(text, from, to);
      breaks.setText(window);
      int start = 0;
      breaks.first();
      for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
        boolean last = at == window.length();
        if (!last && endsSentence(window, start, at)) {
          add(text, from + start, from + at, sentences);
          start = at;
        }
      }
      if (to < block.end() && window.length() - start <= WINDOW / 2) {
        // What is left over is read again with the text that follows it.
        from += start;
      } else {
        int cut = to;
        while (to < block.end() && cut > from + start && !isBlank(text.charAt(cut - 1))) {
          cut--;
        }
        cut = cut == from + start ? to : cut;
        add(text, from + start, cut, sentences);
        from = cut;
      }
    }
  }

  /** The characters of a window with line ends, which ICU would take for breaks, as spaces. */
  private static String flat(String text, int from, int to) {
    char[] chars = new char[to - from];
    text.getChars(from, to, chars, 0);
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        chars[i] = ' ';
      } else if (c == '\u2026') {
        // ICU does not take an ellipsis for the end of a sentence.
        chars[i] = '.';
      }
    }
    return new String(chars);
  }

  /** Whether ICU's break at {@code at} stands. */
  private static boolean endsSentence(String text, int start, int at) {
    int next = at;
    while (next < text.length() && isOpening(text.charAt(next))) {
      next++;
    }
    int end = at;
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end == start) {
      return false;
    }
    if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    int stop = end;
    while (stop > start && isClosing(text.charAt(stop - 1))) {
      stop--;
    }
    if (stop == start || text.charAt(stop - 1) != '.') {
      return true;
    }
    if (stop < end) {
      return true;
    }
    return afterFullStop(text, start, stop - 1, next);
  }

  /** Decides about the full stop at {@code stop}, the next word beginning at {@code next}. */
  private static boolean afterFullStop(String text, int start, int stop, int next) {
    int begin = stop;
    while (begin > start && isWordChar(text.charAt(begin - 1))) {
      begin--;
    }
    String word = text.substring(begin, stop);
    String follower = word(text, next);
    if (Abbreviations.BEFORE_NUMBERS.contains(word)) {
      boolean digit = next < text.length() && Character.isDigit(text.charAt(next));
      return !digit;
    }
    if (Abbreviations.TITLES.contains(word)) {
      return false;
    }
    boolean starter =
        Abbreviations.STARTERS.contains(follower)
            && !(follower.length() == 1 && isStop(text, next + 1));
    if (isInitial(word)) {
      return starter;
    }
    if (Abbreviations.AMBIGUOUS.contains(word) || isAcronym(word)) {
      return starter || follower.isEmpty();
    }
    return true;
  }

  private static boolean isStop(String text, int at) {
    return at < text.length() && text.charAt(at) == '.';
  }

  private static String word(String text, int from) {
    int to = from;
    while (to < text.length() && to - from < 40 && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 && Character.isUpperCase(word.charAt(0));
  }

  /** "U.S", "U.N", "D.C": single letters parted by full stops. */
  private static boolean isAcronym(String word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      boolean fits = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordChar(char c) {
    return Character.isLetter(c) || c == '.' || c == '-';
  }

  private static boolean isOpening(char c) {
    return isBlank(c) || "\"'([{\u201c\u2018\u00ab\u2014-".indexOf(c) >= 0;
  }

  private static boolean isClosing(char c) {
    return "\"')]}\u201d\u2019\u00bb".indexOf(c) >= 0;
  }

  /** Adds a trimmed sentence, cut where it is too long. */
  private static void add(String text, int start, int end, List<CharSpan> sentences) {
    int from = start;
    while (true) {
      while (from < end && isBlank(text.charAt(from))) {
        from++;
      }
      if (from >= end) {
        return;
      }
      int to = end;
      if (to - from > LONGEST) {
        to = from + LONGEST;
        while (to > from && !isBlank(text.charAt(to))) {
          to--;
        }
        if (to == from) {
          to = from + LONGEST;
          if (Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
          }
        }
      }
      int trimmed = to;
      while (trimmed > from && isBlank(text.charAt(trimmed - 1))) {
        trimmed--;
      }
      sentences.add(new CharSpan(from, trimmed));
      from = to;
    }
  }
}
