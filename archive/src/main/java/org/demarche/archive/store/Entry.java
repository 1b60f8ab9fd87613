package org.demarche.archive.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.archive.place.Place;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;
import org.demarche.press.page.PressArticle;

/**
 * What is handed to the archive.
 *
 * @param coding empty where the article is kept uncoded, such as one in a language not coded
 * @param places where its events took place, of those whose text says so
 */
public record Entry(PressArticle page, Optional<Coding> coding, Map<Event, Place> places) {
  public Entry {
    Objects.requireNonNull(page);
    Objects.requireNonNull(coding);
    places = Map.copyOf(places);
  }

  /** An article whose events are not placed. */
  public static Entry of(PressArticle page, Coding coding) {
    return new Entry(page, Optional.of(coding), Map.of());
  }

  /** An article of which nothing is known but what {@link Article} holds. */
  public static Entry of(Article article, Coding coding) {
    return of(page(article), coding);
  }

  /** The article with nothing around it. */
  public static PressArticle page(Article article) {
    Optional<String> none = Optional.empty();
    return new PressArticle(
        article,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        none,
        none,
        none,
        List.of());
  }
}
