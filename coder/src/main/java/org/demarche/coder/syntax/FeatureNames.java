package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.vector.StringFeatureVector;
import java.util.Arrays;

/** The features of one state by their hashed names, in ClearNLP's order. */
final class FeatureNames extends StringFeatureVector {
  private long[] names = new long[160];
  private int size;

  void add(long name) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
    }
    names[size++] = name;
  }

  /** Adds one feature of a type for each hash of its text. */
  void addAll(int type, long[] hashes) {
    for (long hash : hashes) {
      add(FeatureHash.feature(type, hash));
    }
  }

  void clear() {
    size = 0;
  }

  double[] scores(SparseWeights weights) {
    double[] scores = weights.bias();
    addTo(scores, weights);
    return scores;
  }

  /** Adds the scores of these features to others. */
  void addTo(double[] scores, SparseWeights weights) {
    weights.add(names, size, scores);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }
}
