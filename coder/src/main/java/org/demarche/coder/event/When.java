package org.demarche.coder.event;

import java.util.Optional;
import java.util.function.Function;
import org.demarche.coder.text.CharSpan;

/** When an event took place: what the text says, or the day of publication, never a pretence. */
public sealed interface When {
  <T> T fold(
      Function<Stated, T> stated,
      Function<AssumedPublished, T> published,
      Function<Unstated, T> unstated);

  /**
   * The text says when.
   *
   * @param value a TIMEX3 value such as {@code 2022-05-16} or {@code 2022-FA}
   * @param span where it says so, in characters of the article's text
   * @param text the characters there
   */
  record Stated(String value, CharSpan span, String text) implements When {
    @Override
    public <T> T fold(
        Function<Stated, T> stated,
        Function<AssumedPublished, T> published,
        Function<Unstated, T> unstated) {
      return stated.apply(this);
    }
  }

  /** The text does not say; the day of publication (ISO 8601) stands in. */
  record AssumedPublished(String value) implements When {
    @Override
    public <T> T fold(
        Function<Stated, T> stated,
        Function<AssumedPublished, T> published,
        Function<Unstated, T> unstated) {
      return published.apply(this);
    }
  }

  /** The text does not say, and the day of publication is not known. */
  record Unstated() implements When {
    @Override
    public <T> T fold(
        Function<Stated, T> stated,
        Function<AssumedPublished, T> published,
        Function<Unstated, T> unstated) {
      return unstated.apply(this);
    }
  }

  /** The value where there is one. */
  default Optional<String> date() {
    return fold(s -> Optional.of(s.value()), p -> Optional.of(p.value()), u -> Optional.empty());
  }

  /** What it rests on, as written in output: {@code stated}, {@code published}, {@code unknown}. */
  default String basis() {
    return fold(s -> "stated", p -> "published", u -> "unknown");
  }

  /** The text's words for it; empty where it has none. */
  default String words() {
    return fold(Stated::text, p -> "", u -> "");
  }
}
