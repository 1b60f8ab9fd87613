package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brown clusters: the classes that each known word belongs to, as hashes of their names. */
final class Clusters {
  private static final int WORD = 0;
  private static final long[] NONE = {};

  private final List<String> names;
  private final HashIndex words;

  /** For each word: how many clusters, and the numbers of their names. */
  private final short[] members;

  private final long[] hashes;

  private Clusters(List<String> names, HashIndex words, short[] members) {
    this.names = names;
    this.words = words;
    this.members = members;
    this.hashes = new long[names.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = FeatureHash.extend(FeatureHash.EMPTY, names.get(i));
    }
  }

  /** Keeps the order in which each word's clusters come, since sums of floats depend on it. */
  static Clusters of(Map<String, ? extends Collection<String>> clusters) throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    long[] keys = new long[clusters.size()];
    int[] values = new int[clusters.size()];
    List<Short> members = new ArrayList<>();
    int words = 0;
    for (Map.Entry<String, ? extends Collection<String>> entry : clusters.entrySet()) {
      keys[words] = FeatureHash.feature(WORD, entry.getKey());
      values[words++] = members.size();
      members.add((short) entry.getValue().size());
      for (String name : entry.getValue()) {
        Integer number = numbers.get(name);
        if (number == null) {
          number = numbers.size();
          numbers.put(name, number);
        }
        members.add(number.shortValue());
      }
    }
    short[] all = new short[members.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = members.get(i);
    }
    return new Clusters(List.copyOf(numbers.keySet()), HashIndex.of(keys, values, words), all);
  }

  /** The {@link FeatureHash}es of the names of the clusters of {@code word}; empty if unknown. */
  long[] of(String word) {
    int at = words.get(FeatureHash.feature(WORD, word));
    if (at == HashIndex.ABSENT) {
      return NONE;
    }
    long[] found = new long[members[at]];
    for (int i = 0; i < found.length; i++) {
      found[i] = hashes[members[at + 1 + i]];
    }
    return found;
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, names);
    words.write(out);
    ModelFile.writeShorts(out, members);
  }

  static Clusters read(ByteBuffer in) throws IOException {
    return new Clusters(ModelFile.readStrings(in), HashIndex.read(in), ModelFile.readShorts(in));
  }
}
