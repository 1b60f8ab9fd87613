package org.demarche.press.page;

import java.util.Objects;
import java.util.function.Function;

/** What became of one page: an article, or the reason why there is none. */
public sealed interface Reading {
  <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing);

  /** An article. */
  record Found(PressArticle article) implements Reading {
    public Found {
      Objects.requireNonNull(article);
    }

    @Override
    public <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing) {
      return found.apply(this);
    }
  }

  /** No article: a front page, an error page, a page of pictures; in words. */
  record Nothing(String why) implements Reading {
    public Nothing {
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing) {
      return nothing.apply(this);
    }
  }
}
