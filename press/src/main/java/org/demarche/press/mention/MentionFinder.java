package org.demarche.press.mention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the states and organisations that a text names, in any language that CLDR knows. For
 * Arabic, Chinese, English, French, German, Russian, Spanish and Ukrainian there are data files
 * with adjectives, peoples, capitals, organisations and, where the language inflects, the forms;
 * the others have CLDR's names as they stand. What is meant beyond the name (a government, an army,
 * a pronoun) is not resolved. Thread-safe; a language is loaded when it is first asked for.
 */
public final class MentionFinder {
  private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "lo", "km", "my");

  private final Map<String, Scanner> scanners = new ConcurrentHashMap<>();

  /**
   * The mentions of a text, in its order; none overlap.
   *
   * @param language ISO 639-1, as {@code org.demarche.press.language} gives it
   */
  public List<Mention> find(String text, String language) {
    String main = language.split("[-_]", 2)[0];
    return scanners.computeIfAbsent(main, MentionFinder::scanner).scan(text);
  }

  private static Scanner scanner(String language) {
    NameBook book = NameBookReader.read(language);
    return WITHOUT_SPACES.contains(language) ? new CharacterScanner(book) : new WordScanner(book);
  }
}
