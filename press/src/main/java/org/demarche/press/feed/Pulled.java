package org.demarche.press.feed;

import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.demarche.press.page.PressArticle;

/** What came of a feed or of one of its entries. */
public sealed interface Pulled {
  <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing, Function<Failed, T> failed);

  /** A new article. */
  record Found(URI feed, PressArticle article) implements Pulled {
    public Found {
      Objects.requireNonNull(feed);
      Objects.requireNonNull(article);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<Nothing, T> nothing, Function<Failed, T> failed) {
      return found.apply(this);
    }
  }

  /** Nothing to be read, and no failure: in words, the same for each of a kind. */
  record Nothing(String where, String why) implements Pulled {
    public Nothing {
      Objects.requireNonNull(where);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<Nothing, T> nothing, Function<Failed, T> failed) {
      return nothing.apply(this);
    }
  }

  /**
   * A failure.
   *
   * @param kind for counting
   * @param again whether it is worth trying again; what is gone for good is not
   */
  record Failed(String where, String kind, String why, boolean again) implements Pulled {
    public Failed {
      Objects.requireNonNull(where);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<Nothing, T> nothing, Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }
}
