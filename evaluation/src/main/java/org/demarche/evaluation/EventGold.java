package org.demarche.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Article;

/**
 * A gold event, everything of which must be found from the text.
 *
 * @param line its line in the gold file, from 1
 * @param published the record's date, where it has one
 * @param type PLOVER type
 */
public record EventGold(
    String id,
    int line,
    String text,
    Optional<LocalDate> published,
    String type,
    List<Side> actors,
    List<Side> recipients) {
  public EventGold {
    actors = List.copyOf(actors);
    recipients = List.copyOf(recipients);
  }

  /**
   * A gold actor or recipient.
   *
   * @param code country or {@code IGO}; empty or {@code ***} where unknown
   */
  public record Side(String text, String code) {}

  /** The sentence as an article. */
  public Article article() {
    Article article = Article.of(id, text);
    return published.map(article::published).orElse(article);
  }
}
