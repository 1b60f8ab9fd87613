package org.demarche.press.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream as bytes, so that a broken character can be named by its offset. Of a line
 * longer than the limit only the length is kept.
 */
final class LineReader {
  private final InputStream in;
  private final long limit;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long consumed;
  private long number;

  LineReader(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param offset of its first byte in the stream
   * @param length in bytes, without the line end
   * @param bytes empty where the line is longer than the limit
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Line(long number, long offset, long length, byte[] bytes) {}

  /** The next line, or null at the end. */
  Line next() throws IOException {
    if (at == filled && !fill()) {
      return null;
    }
    long offset = consumed;
    long length = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    do {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      length += end - at;
      consumed += end - at;
      if (length <= limit) {
        line.write(buffer, at, end - at);
      } else {
        line = new ByteArrayOutputStream();
      }
      at = end;
      if (at < filled) {
        at++;
        consumed++;
        break;
      }
    } while (fill());
    number++;
    return new Line(number, offset, length, length > limit ? new byte[0] : line.toByteArray());
  }

  /** The number of lines read. */
  long count() {
    return number;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
