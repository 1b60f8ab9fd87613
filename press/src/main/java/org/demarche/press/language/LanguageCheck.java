package org.demarche.press.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.text.Article;

/**
 * Checks the language that an article is said to be in, since pages and files often say nothing or
 * English. What plainly is English is not looked at further, so that the model is loaded only where
 * there is something else to read. Thread-safe.
 */
public final class LanguageCheck {
  /** Characters below which a text in Latin letters is what it is said to be. */
  private static final int SHORT = 200;

  /** Characters looked at for English words. */
  private static final int LOOKED_AT = 4000;

  /** Least share of these words in English prose; other languages stay below a twentieth. */
  private static final double SHARE = 0.12;

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "in", "that", "for", "on", "with", "was", "is", "by", "at",
          "from", "has", "have", "its", "it", "are", "were", "which", "this", "their");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final double SURE = 0.6;

  private final LanguageIdentifier identifier;

  public LanguageCheck(LanguageIdentifier identifier) {
    this.identifier = identifier;
  }

  /** The article, with the language that its text is in where that can be told. */
  public Article checked(Article article) {
    String language = language(article);
    return language.equals(article.language()) ? article : in(article, language);
  }

  private String language(Article article) {
    Optional<UnicodeScript> script = Script.of(article.text());
    boolean latin = script.isEmpty() || script.get() == UnicodeScript.LATIN;
    if (latin && article.text().length() < SHORT) {
      return article.language();
    }
    if (latin && isEnglish(article.text())) {
      return article.language().startsWith("en") ? article.language() : "en";
    }
    Guess guess = identifier.identify(article.text());
    boolean sameLanguage = article.language().split("[-_]", 2)[0].equals(guess.language());
    return guess.confidence() >= SURE && !sameLanguage ? guess.language() : article.language();
  }

  static boolean isEnglish(String text) {
    Matcher word = WORD.matcher(text.substring(0, Math.min(text.length(), LOOKED_AT)));
    int all = 0;
    int english = 0;
    while (word.find()) {
      all++;
      english += ENGLISH.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return all > 0 && english >= SHARE * all;
  }

  /** The same article in another language. */
  static Article in(Article a, String language) {
    return new Article(
        a.id(),
        a.title(),
        a.byline(),
        language,
        a.published(),
        a.text(),
        a.provenance(),
        a.parties());
  }
}
