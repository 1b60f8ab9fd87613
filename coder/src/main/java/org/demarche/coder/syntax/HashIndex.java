package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A fixed map from {@link FeatureHash} names to numbers below {@link #MOST}. An entry is one long,
 * so that a look-up touches memory once: the name's upper 40 bits and the number plus one; the
 * lower bits of the name choose the slot.
 */
final class HashIndex {
  static final int ABSENT = -1;

  private static final int VALUE_BITS = 24;

  private static final long VALUE = (1 << VALUE_BITS) - 1;

  /** Numbers are lower. */
  static final int MOST = (int) VALUE;

  private final long[] slots;
  private final int mask;

  private HashIndex(long[] slots) {
    this.slots = slots;
    this.mask = slots.length - 1;
  }

  /**
   * Maps the first {@code size} keys to the values beside them.
   *
   * @throws IOException if two keys cannot be told apart, or a value is too high
   */
  static HashIndex of(long[] keys, int[] values, int size) throws IOException {
    int length = Integer.highestOneBit(Math.max(8, size + size / 2)) << 1;
    HashIndex index = new HashIndex(new long[length]);
    for (int i = 0; i < size; i++) {
      if (values[i] < 0 || values[i] >= MOST) {
        throw new IOException("an index cannot hold " + values[i]);
      }
      int slot = (int) keys[i] & index.mask;
      while (index.slots[slot] != 0) {
        if (same(index.slots[slot], keys[i])) {
          throw new IOException("two features share the hash " + keys[i]);
        }
        slot = (slot + 1) & index.mask;
      }
      index.slots[slot] = (keys[i] & ~VALUE) | (values[i] + 1);
    }
    return index;
  }

  private static boolean same(long entry, long key) {
    return (entry ^ key) >>> VALUE_BITS == 0;
  }

  /** The value of {@code key}, or {@link #ABSENT}. */
  int get(long key) {
    int slot = (int) key & mask;
    return probe(slots[slot], slot, key);
  }

  /** Goes on from the slot where a key should be, given what stands there. */
  private int probe(long first, int from, long key) {
    long entry = first;
    int slot = from;
    while (entry != 0 && !same(entry, key)) {
      slot = (slot + 1) & mask;
      entry = slots[slot];
    }
    return (int) (entry & VALUE) - 1;
  }

  /**
   * Looks up the first {@code size} keys and puts the values of those that are there into {@code
   * found}, in order. All first slots are asked for before any is looked at, so that the waits for
   * memory overlap.
   *
   * @return how many were found
   */
  int get(long[] keys, int size, int[] found) {
    long[] entries = new long[size];
    for (int i = 0; i < size; i++) {
      entries[i] = slots[(int) keys[i] & mask];
    }
    int count = 0;
    for (int i = 0; i < size; i++) {
      int value = probe(entries[i], (int) keys[i] & mask, keys[i]);
      if (value != ABSENT) {
        found[count++] = value;
      }
    }
    return count;
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeLongs(out, slots);
  }

  static HashIndex read(ByteBuffer in) throws IOException {
    long[] slots = ModelFile.readLongs(in);
    if (slots.length == 0 || Integer.bitCount(slots.length) != 1) {
      throw new IOException("index of " + slots.length + " slots");
    }
    return new HashIndex(slots);
  }
}
