package org.demarche.coder.syntax;

import java.util.List;
import java.util.Objects;
import org.demarche.coder.text.CharSpan;

/**
 * A tokenised sentence.
 *
 * @param index its place in the article, from 0
 * @param span where it stands, in characters of the article's text
 */
public record Sentence(int index, CharSpan span, List<Token> tokens) {
  public Sentence {
    Objects.requireNonNull(span);
    tokens = List.copyOf(tokens);
  }

  public int size() {
    return tokens.size();
  }

  /** The characters of the article that {@code tokens} cover. */
  public CharSpan chars(TokenSpan span) {
    if (span.length() == 0) {
      int at =
          span.start() < tokens.size() ? tokens.get(span.start()).span().start() : this.span.end();
      return new CharSpan(at, at);
    }
    return new CharSpan(
        tokens.get(span.start()).span().start(), tokens.get(span.end() - 1).span().end());
  }
}
