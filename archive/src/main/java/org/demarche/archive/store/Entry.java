package org.demarche.archive.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.code.Coding;
import org.demarche.coder.text.Article;
import org.demarche.press.page.PressArticle;

/**
 * What is handed to the archive.
 *
 * @param coding empty where the article is kept uncoded, such as one in a language not coded
 * @param named who is named in it, besides those whom the coding names; an article that is not
 *     coded is found by them
 */
public record Entry(PressArticle page, Optional<Coding> coding, List<StoredMention> named) {
  public Entry {
    Objects.requireNonNull(page);
    Objects.requireNonNull(coding);
    named = List.copyOf(named);
  }

  /** An article in which nobody was looked for. */
  public Entry(PressArticle page, Optional<Coding> coding) {
    this(page, coding, List.of());
  }

  /** An article and what it was coded to. */
  public static Entry of(PressArticle page, Coding coding) {
    return new Entry(page, Optional.of(coding));
  }

  /** An article of which nothing is known but what {@link Article} holds. */
  public static Entry of(Article article, Coding coding) {
    return of(PressArticle.of(article), coding);
  }
}
