package org.demarche.coder.syntax;

/** A run of tokens of one sentence by index, half-open. */
public record TokenSpan(int start, int end) {
  public TokenSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public boolean contains(int token) {
    return start <= token && token < end;
  }

  public boolean contains(TokenSpan other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(TokenSpan other) {
    return start < other.end && other.start < end;
  }

  public int length() {
    return end - start;
  }
}
