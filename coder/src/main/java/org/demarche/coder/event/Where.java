package org.demarche.coder.event;

import java.util.Optional;
import java.util.function.Function;
import org.demarche.coder.place.Place;
import org.demarche.coder.text.CharSpan;

/** Where an event took place: what the text says, or where it was filed, never a pretence. */
public sealed interface Where {
  <T> T fold(Function<Stated, T> stated, Function<Filed, T> filed, Function<Unstated, T> unstated);

  /**
   * The sentence says where.
   *
   * @param span the phrase that says it, in characters of the article's text
   * @param text the characters there
   * @param how how it was found which place is meant
   */
  record Stated(Place at, CharSpan span, String text, String how) implements Where {
    @Override
    public <T> T fold(
        Function<Stated, T> stated, Function<Filed, T> filed, Function<Unstated, T> unstated) {
      return stated.apply(this);
    }
  }

  /** The sentence does not say; the dateline of the dispatch stands in. */
  record Filed(Place at, CharSpan span, String text, String how) implements Where {
    @Override
    public <T> T fold(
        Function<Stated, T> stated, Function<Filed, T> filed, Function<Unstated, T> unstated) {
      return filed.apply(this);
    }
  }

  /** The text does not say. */
  record Unstated() implements Where {
    @Override
    public <T> T fold(
        Function<Stated, T> stated, Function<Filed, T> filed, Function<Unstated, T> unstated) {
      return unstated.apply(this);
    }
  }

  /** The place where there is one. */
  default Optional<Place> place() {
    return fold(s -> Optional.of(s.at()), f -> Optional.of(f.at()), u -> Optional.empty());
  }

  /** What it rests on, as written in output: {@code stated}, {@code dateline}, {@code unstated}. */
  default String basis() {
    return fold(s -> "stated", f -> "dateline", u -> "unstated");
  }

  /** The phrase that says it, in characters of the article's text. */
  default Optional<CharSpan> phrase() {
    return fold(s -> Optional.of(s.span()), f -> Optional.of(f.span()), u -> Optional.empty());
  }

  /** The words of the phrase; empty where there is none. */
  default String words() {
    return fold(Stated::text, Filed::text, u -> "");
  }
}
