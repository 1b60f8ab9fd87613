package org.demarche.coder.text;

/**
 * A stretch of text in UTF-16 code units, half-open: {@code start} is the first unit, {@code end}
 * the one after the last.
 */
public record CharSpan(int start, int end) implements Comparable<CharSpan> {
  public CharSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The characters of {@code text} that this span covers. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  public int length() {
    return end - start;
  }

  public boolean contains(CharSpan other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(CharSpan other) {
    return start < other.end && other.start < end;
  }

  /** The smallest span that covers both. */
  public CharSpan cover(CharSpan other) {
    return new CharSpan(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** This span moved by {@code offset} characters. */
  public CharSpan shift(int offset) {
    return new CharSpan(start + offset, end + offset);
  }

  @Override
  public int compareTo(CharSpan other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
