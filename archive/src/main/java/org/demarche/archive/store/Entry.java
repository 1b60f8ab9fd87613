package org.demarche.archive.store;

import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.code.Coding;
import org.demarche.coder.text.Article;
import org.demarche.press.page.PressArticle;

/**
 * What is handed to the archive.
 *
 * @param coding empty where the article is kept uncoded, such as one in a language not coded
 */
public record Entry(PressArticle page, Optional<Coding> coding) {
  public Entry {
    Objects.requireNonNull(page);
    Objects.requireNonNull(coding);
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
