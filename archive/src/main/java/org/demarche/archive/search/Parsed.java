package org.demarche.archive.search;

import java.util.Objects;
import java.util.function.Function;

/** What became of a query as it was typed. */
public sealed interface Parsed {
  <T> T fold(Function<Understood, T> understood, Function<Mistake, T> mistake);

  /** A query that can be asked. */
  record Understood(Query query) implements Parsed {
    public Understood {
      Objects.requireNonNull(query);
    }

    @Override
    public <T> T fold(Function<Understood, T> understood, Function<Mistake, T> mistake) {
      return understood.apply(this);
    }
  }

  /**
   * A query that cannot.
   *
   * @param typed the query
   * @param at the character where it goes wrong, from 0; its length at the end
   * @param message what is wrong and what to write
   */
  record Mistake(String typed, int at, String message) implements Parsed {
    public Mistake {
      Objects.requireNonNull(typed);
      Objects.requireNonNull(message);
    }

    @Override
    public <T> T fold(Function<Understood, T> understood, Function<Mistake, T> mistake) {
      return mistake.apply(this);
    }

    /** Three lines: the message, the query, and a caret under the character. */
    public String pointing() {
      return message
          + "\n  "
          + typed.replaceAll("\\s", " ")
          + "\n  "
          + " ".repeat(typed.codePointCount(0, at))
          + "^";
    }
  }
}
