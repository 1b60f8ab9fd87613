package org.demarche.press.mention;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.coder.text.CharSpan;

/**
 * Finds names in scripts without spaces, the longest first. A name of two characters is often part
 * of other words (海地 in 上海地区): it must begin and end where ICU's dictionary parts words. A name in
 * katakana must not go on in katakana.
 */
final class CharacterScanner implements Scanner {
  private static final int SHORT = 2;

  private final ULocale locale;
  private final Map<String, Name> names = new HashMap<>();
  private final int longest;

  CharacterScanner(NameBook book) {
    this.locale = ULocale.forLanguageTag(book.language());
    book.names()
        .forEach(
            name ->
                names.merge(
                    name.text(),
                    name,
                    (one, two) ->
                        one.code().isEmpty() ? one : one.code().equals(two.code()) ? one : two));
    this.longest = names.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  @Override
  public List<Mention> scan(String text) {
    BreakIterator words = BreakIterator.getWordInstance(locale);
    words.setText(text);
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = longestName(text, at, words);
      if (end < 0) {
        at++;
        continue;
      }
      CharSpan span = new CharSpan(at, end);
      Name name = names.get(span.of(text));
      name.code()
          .ifPresent(code -> mentions.add(new Mention(span, span.of(text), code, name.kind())));
      at = end;
    }
    return mentions;
  }

  /** Where the longest name that begins here ends; -1 where none does. */
  private int longestName(String text, int at, BreakIterator words) {
    for (int end = Math.min(text.length(), at + longest); end > at; end--) {
      Name name = names.get(text.substring(at, end));
      if (name != null && (name.code().isEmpty() || free(text, at, end, words))) {
        return end;
      }
    }
    return -1;
  }

  private static boolean free(String text, int start, int end, BreakIterator words) {
    if (isKatakana(text, start) && (isKatakana(text, start - 1) || isKatakana(text, end))) {
      return false;
    }
    return end - start > SHORT || (words.isBoundary(start) && words.isBoundary(end));
  }

  private static boolean isKatakana(String text, int at) {
    return at >= 0
        && at < text.length()
        && (UnicodeScript.of(text.charAt(at)) == UnicodeScript.KATAKANA || text.charAt(at) == 'ー');
  }
}
