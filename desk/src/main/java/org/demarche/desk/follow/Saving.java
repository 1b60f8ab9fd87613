package org.demarche.desk.follow;

import java.util.Objects;
import java.util.function.Function;

/** What became of a search to be saved. */
public sealed interface Saving {
  <T> T fold(Function<Saved, T> saved, Function<Refused, T> refused);

  /** It is saved now. */
  record Saved(SavedSearch search) implements Saving {
    public Saved {
      Objects.requireNonNull(search);
    }

    @Override
    public <T> T fold(Function<Saved, T> saved, Function<Refused, T> refused) {
      return saved.apply(this);
    }
  }

  /**
   * It is not.
   *
   * @param reason a message key
   * @param detail what is wrong with the query, empty where that is not the reason
   */
  record Refused(String reason, String detail) implements Saving {
    public Refused {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(detail);
    }

    @Override
    public <T> T fold(Function<Saved, T> saved, Function<Refused, T> refused) {
      return refused.apply(this);
    }
  }
}
