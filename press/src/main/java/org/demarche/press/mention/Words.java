package org.demarche.press.mention;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text's words, made comparable: lower case, without marks of stress and vowels, ё as е, the
 * letters of Arabic that are written now with, now without hamza as one.
 */
final class Words {
  private Words() {}

  /**
   * One word.
   *
   * @param start in UTF-16 units of the text
   * @param capital whether it begins with a capital, or its script has none
   * @param upper whether it has no small letter
   */
  record Word(String folded, int start, int end, boolean capital, boolean upper) {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); ) {
      int c = at < text.length() ? text.codePointAt(at) : ' ';
      boolean inside = !isApostrophe(c) && (Character.isLetterOrDigit(c) || isMark(c));
      if (inside && start < 0) {
        start = at;
      } else if (!inside && start >= 0) {
        words.add(word(text, start, at));
        start = -1;
      }
      at += Character.charCount(c);
    }
    return words;
  }

  /** Whether two words may be of one name, by what is between them. */
  static boolean joined(String text, Word one, Word two) {
    int gap = two.start() - one.end();
    if (gap > 3) {
      return false;
    }
    for (int at = one.end(); at < two.start(); at++) {
      char c = text.charAt(at);
      if (!Character.isSpaceChar(c) && c != '\n' && "-‑–—.·".indexOf(c) < 0 && !isApostrophe(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word stands where any word would have a capital. */
  static boolean atSentenceStart(String text, Word word) {
    int at = word.start() - 1;
    while (at >= 0
        && (Character.isSpaceChar(text.charAt(at))
            || "«»„“”\"'‘’(—–-¿¡".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at < 0 || ".!?…\n\r:;".indexOf(text.charAt(at)) >= 0;
  }

  private static Word word(String text, int start, int end) {
    String raw = text.substring(start, end);
    int first = raw.codePointAt(0);
    boolean uncased = !Character.isLowerCase(first) && !Character.isUpperCase(first);
    boolean upper = raw.codePoints().noneMatch(Character::isLowerCase);
    return new Word(fold(raw), start, end, uncased || Character.isUpperCase(first), upper);
  }

  private static String fold(String raw) {
    StringBuilder folded = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !isMark(c) && c != 'ـ')
        .map(
            c ->
                switch (c) {
                  case 'ё' -> 'е';
                  case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
                  case 'ى' -> 'ي';
                  case 'ة' -> 'ه';
                  default -> c;
                })
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Marks of stress in Cyrillic and of vowels in Arabic; those of other scripts are letters. */
  private static boolean isMark(int c) {
    return c == 0x301 || (c >= 0x64B && c <= 0x652) || c == 0x670;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == '‘';
  }
}
