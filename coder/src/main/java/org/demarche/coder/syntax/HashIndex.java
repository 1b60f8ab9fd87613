package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A fixed map from {@link FeatureHash} names to numbers. */
final class HashIndex {
  static final int ABSENT = -1;

  private final long[] keys;
  private final int[] values;
  private final int mask;

  private HashIndex(long[] keys, int[] values) {
    this.keys = keys;
    this.values = values;
    this.mask = keys.length - 1;
  }

  /**
   * Maps the first {@code size} keys to the values beside them.
   *
   * @throws IOException if two keys are the same
   */
  static HashIndex of(long[] keys, int[] values, int size) throws IOException {
    int slots = Integer.highestOneBit(Math.max(8, size + size / 2)) << 1;
    HashIndex index = new HashIndex(new long[slots], new int[slots]);
    for (int i = 0; i < size; i++) {
      int slot = index.slot(keys[i]);
      if (index.keys[slot] != 0) {
        throw new IOException("two features share the hash " + keys[i]);
      }
      index.keys[slot] = keys[i];
      index.values[slot] = values[i];
    }
    return index;
  }

  /** The value of {@code key}, or {@link #ABSENT}. */
  int get(long key) {
    int slot = slot(key);
    return keys[slot] == 0 ? ABSENT : values[slot];
  }

  private int slot(long key) {
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeLongs(out, keys);
    ModelFile.writeInts(out, values);
  }

  static HashIndex read(ByteBuffer in) throws IOException {
    long[] keys = ModelFile.readLongs(in);
    int[] values = ModelFile.readInts(in);
    if (keys.length == 0 || Integer.bitCount(keys.length) != 1 || keys.length != values.length) {
      throw new IOException("index of " + keys.length + " slots");
    }
    return new HashIndex(keys, values);
  }
}
