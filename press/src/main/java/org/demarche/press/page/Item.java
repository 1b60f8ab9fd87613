package org.demarche.press.page;

import java.util.Objects;
import java.util.function.Function;

/** What became of one piece of input: something read, something left out, or a failure. */
public sealed interface Item<T> {
  <R> R fold(
      Function<? super T, ? extends R> read,
      Function<LeftOut<T>, ? extends R> leftOut,
      Function<Failed<T>, ? extends R> failed);

  /** What was read made into something else; the rest stays as it is. */
  default <U> Item<U> then(Function<? super T, Item<U>> next) {
    return fold(
        next,
        leftOut -> new LeftOut<>(leftOut.where(), leftOut.why()),
        failed -> new Failed<>(failed.where(), failed.kind(), failed.why()));
  }

  /** Something read. */
  record Read<T>(T value) implements Item<T> {
    public Read {
      Objects.requireNonNull(value);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> read,
        Function<LeftOut<T>, ? extends R> leftOut,
        Function<Failed<T>, ? extends R> failed) {
      return read.apply(value);
    }
  }

  /**
   * Left out on purpose; not a failure.
   *
   * @param where the address or the file, with {@code #line} where it is one line of it
   * @param why in words, the same for each of a kind
   */
  record LeftOut<T>(String where, String why) implements Item<T> {
    public LeftOut {
      Objects.requireNonNull(where);
      Objects.requireNonNull(why);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> read,
        Function<LeftOut<T>, ? extends R> leftOut,
        Function<Failed<T>, ? extends R> failed) {
      return leftOut.apply(this);
    }
  }

  /**
   * A failure.
   *
   * @param where the address or the file, with the line or the byte where it is known
   * @param kind in words, for counting
   * @param why in words
   */
  record Failed<T>(String where, String kind, String why) implements Item<T> {
    public Failed {
      Objects.requireNonNull(where);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(why);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> read,
        Function<LeftOut<T>, ? extends R> leftOut,
        Function<Failed<T>, ? extends R> failed) {
      return failed.apply(this);
    }
  }
}
