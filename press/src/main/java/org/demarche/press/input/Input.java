package org.demarche.press.input;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.demarche.coder.text.Article;
import org.demarche.press.page.PressArticle;

/** What became of one piece of input: an article, something left out, or something unreadable. */
public sealed interface Input {
  <T> T fold(
      Function<Read, T> read, Function<Skipped, T> skipped, Function<Unreadable, T> unreadable);

  /** An article, with what its page says around it. */
  record Read(PressArticle page) implements Input {
    public Read {
      Objects.requireNonNull(page);
    }

    public Article article() {
      return page.article();
    }

    @Override
    public <T> T fold(
        Function<Read, T> read, Function<Skipped, T> skipped, Function<Unreadable, T> unreadable) {
      return read.apply(this);
    }
  }

  /**
   * Left out on purpose; not a failure.
   *
   * @param where the file, with {@code #line} where it is one line of it
   */
  record Skipped(String where, String why) implements Input {
    public Skipped {
      Objects.requireNonNull(where);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Read, T> read, Function<Skipped, T> skipped, Function<Unreadable, T> unreadable) {
      return skipped.apply(this);
    }
  }

  /**
   * A failure.
   *
   * @param where the file, with {@code #line} where it is one line of it
   * @param why the cause, in words
   */
  record Unreadable(String where, Kind kind, String why) implements Input {
    public Unreadable {
      Objects.requireNonNull(where);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Read, T> read, Function<Skipped, T> skipped, Function<Unreadable, T> unreadable) {
      return unreadable.apply(this);
    }
  }

  /** Kinds of failure, for counting. */
  enum Kind {
    MISSING,
    UNREADABLE,
    EMPTY,
    BINARY,
    NOT_UTF_8,
    TOO_LARGE,
    MALFORMED_JSON,
    BAD_FIELD,
    NO_TEXT;

    /** The kind in words. */
    public String label() {
      return this == NOT_UTF_8 ? "not UTF-8" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
