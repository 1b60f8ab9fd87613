package org.demarche.coder.syntax;

import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Takes the first float array out of a Java serialisation stream as it passes and leaves an empty
 * one in its place. A dependency model is one array of 660 MB, nearly all zeros, that then need
 * never stand in memory.
 */
final class FloatTap extends FilterInputStream {
  /** TC_ARRAY, TC_CLASSDESC and the name "[F". */
  private static final int[] BEGIN = {0x75, 0x72, 0x00, 0x02, '[', 'F'};

  /** Serial version, flags, no fields, end of data, no superclass. */
  private static final int DESCRIPTION = 8 + 1 + 2 + 1 + 1;

  private int matched;
  private int described = -1;
  private int zerosLeft;
  private boolean done;
  private long length;
  private int[] places = new int[1 << 16];
  private float[] weights = new float[1 << 16];
  private int size;

  FloatTap(InputStream in) {
    super(in);
  }

  /** How many floats the array held. */
  long length() {
    return length;
  }

  /** Where the floats that are not zero stood, ascending. */
  int[] places() {
    return Arrays.copyOf(places, size);
  }

  /** The floats that are not zero. */
  float[] weights() {
    return Arrays.copyOf(weights, size);
  }

  @Override
  public int read() throws IOException {
    if (zerosLeft > 0) {
      zerosLeft--;
      return 0;
    }
    int b = super.read();
    if (done || b < 0) {
      return b;
    }
    if (described >= 0) {
      if (++described == DESCRIPTION) {
        drain();
        zerosLeft = Integer.BYTES;
        done = true;
      }
    } else if (b == BEGIN[matched]) {
      if (++matched == BEGIN.length) {
        described = 0;
      }
    } else {
      matched = b == BEGIN[0] ? 1 : 0;
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (done && zerosLeft == 0) {
      return super.read(target, offset, count);
    }
    for (int i = 0; i < count; i++) {
      int b = read();
      if (b < 0) {
        return i == 0 ? -1 : i;
      }
      target[offset + i] = (byte) b;
      if (done && zerosLeft == 0) {
        return i + 1;
      }
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void drain() throws IOException {
    DataInputStream data = new DataInputStream(in);
    length = data.readInt();
    byte[] block = new byte[1 << 16];
    for (long done = 0; done < length; ) {
      int floats = (int) Math.min(block.length / Float.BYTES, length - done);
      data.readFully(block, 0, floats * Float.BYTES);
      for (int i = 0; i < floats; i++) {
        int at = i * Float.BYTES;
        int bits =
            block[at] << 24
                | (block[at + 1] & 0xff) << 16
                | (block[at + 2] & 0xff) << 8
                | (block[at + 3] & 0xff);
        if (bits << 1 != 0) {
          add((int) (done + i), Float.intBitsToFloat(bits));
        }
      }
      done += floats;
    }
  }

  private void add(int place, float weight) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    places[size] = place;
    weights[size++] = weight;
  }
}
