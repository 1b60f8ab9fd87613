package org.demarche.press.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In which script a text is written, and which languages are written in it. */
final class Script {
  private static final Set<String> CYRILLIC =
      Set.of(
          "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "uz", "os",
          "ce", "az");
  private static final Set<String> ARABIC =
      Set.of("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "pa", "az");
  private static final Set<String> DEVANAGARI = Set.of("hi", "mr", "ne", "sa", "bh");
  private static final Set<String> BENGALI = Set.of("bn", "as");

  private Script() {}

  /** The script of most letters, where there are any; kana makes the whole Japanese kana. */
  static Optional<UnicodeScript> of(CharSequence text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana > 0 && kana * 10 >= counts.getOrDefault(UnicodeScript.HAN, 0)) {
      return Optional.of(UnicodeScript.HIRAGANA);
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** The one language of the world's press that is written in a script, where it is only one. */
  static Optional<String> onlyLanguage(UnicodeScript script) {
    return Optional.ofNullable(
        switch (script) {
          case HAN -> "zh";
          case HIRAGANA, KATAKANA -> "ja";
          case HANGUL -> "ko";
          case GREEK -> "el";
          case HEBREW -> "he";
          case ARMENIAN -> "hy";
          case GEORGIAN -> "ka";
          case THAI -> "th";
          case LAO -> "lo";
          case KHMER -> "km";
          case MYANMAR -> "my";
          case SINHALA -> "si";
          case TAMIL -> "ta";
          case TELUGU -> "te";
          case KANNADA -> "kn";
          case MALAYALAM -> "ml";
          case GUJARATI -> "gu";
          case GURMUKHI -> "pa";
          case ETHIOPIC -> "am";
          default -> null;
        });
  }

  /** Whether a language is written in a script. */
  static boolean writes(String language, UnicodeScript script) {
    return switch (script) {
      case CYRILLIC -> CYRILLIC.contains(language);
      case ARABIC -> ARABIC.contains(language);
      case DEVANAGARI -> DEVANAGARI.contains(language);
      case BENGALI -> BENGALI.contains(language);
      case LATIN -> latin(language);
      default -> true;
    };
  }

  private static boolean latin(String language) {
    boolean both = Set.of("sr", "uz", "az", "ku", "kk", "tt").contains(language);
    return both
        || !(CYRILLIC.contains(language)
            || ARABIC.contains(language)
            || DEVANAGARI.contains(language)
            || BENGALI.contains(language)
            || Set.of("zh", "ja", "ko", "el", "he", "hy", "ka", "th", "ta", "te", "kn", "ml", "gu")
                .contains(language));
  }
}
