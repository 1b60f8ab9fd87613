package org.demarche.press.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.coder.text.Article;
import org.demarche.press.page.Block;
import org.demarche.press.page.PressArticle;

/** Writes into an article which language each of its blocks is in. Thread-safe. */
public final class LanguageTagger {
  private final LanguageIdentifier identifier;

  public LanguageTagger(LanguageIdentifier identifier) {
    this.identifier = identifier;
  }

  /**
   * The article with its blocks' languages. Its own is that of most of its text; what its page
   * declares holds only where the text does not tell.
   */
  public PressArticle tag(PressArticle press) {
    Article article = press.article();
    List<Guess> guesses =
        identifier.identify(article.text(), press.blocks().stream().map(Block::span).toList());
    List<Block> blocks = new ArrayList<>();
    Map<String, Integer> lengths = new HashMap<>();
    for (int i = 0; i < guesses.size(); i++) {
      Block block = press.blocks().get(i);
      String language = guesses.get(i).language();
      blocks.add(new Block(block.span(), block.kind(), language));
      if (!language.equals(Guess.UNKNOWN)) {
        lengths.merge(language, block.span().length(), Integer::sum);
      }
    }
    String main =
        lengths.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(article.language());
    return press.with(LanguageCheck.in(article, main), blocks);
  }
}
