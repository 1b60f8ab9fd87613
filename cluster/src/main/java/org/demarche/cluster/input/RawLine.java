package org.demarche.cluster.input;

import java.io.Serializable;

/**
 * A line of JSON that is not read yet.
 *
 * @param number of the line or row in its file, from 1
 * @param offset of its first byte in the file; 0 for a row
 * @param bytes UTF-8, without the line end
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RawLine(long number, long offset, byte[] bytes) implements Serializable {
  private static final long serialVersionUID = 1;

  RawLine numbered(long n) {
    return new RawLine(n, offset, bytes);
  }
}
