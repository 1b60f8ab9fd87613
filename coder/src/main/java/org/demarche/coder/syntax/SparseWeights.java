package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of a linear model that are not zero. Scores are those of ClearNLP's dense weights to
 * the last bit: the same floats are added to the same doubles in the same order, without the zeros.
 */
final class SparseWeights {
  /** Of a value in {@link #runs}: the low bits hold the length of the run, the rest its start. */
  private static final int LENGTH_BITS = 8;

  private static final int LONGEST = Byte.MAX_VALUE;
  private static final int MOST = 1 << (Integer.SIZE - LENGTH_BITS);

  private final List<String> labels;
  private final double[] bias;
  private final HashIndex runs;
  private final byte[] labelOf;
  private final float[] weightOf;

  private SparseWeights(
      List<String> labels, double[] bias, HashIndex runs, byte[] labelOf, float[] weightOf) {
    this.labels = labels;
    this.bias = bias;
    this.runs = runs;
    this.labelOf = labelOf;
    this.weightOf = weightOf;
  }

  /**
   * Builds the weights from the entries that are not zero.
   *
   * @param names the name of each feature by number; 0 for none; feature 0 is the bias
   * @param places of each weight: feature number times labels plus label number, ascending
   */
  static SparseWeights of(List<String> labels, long[] names, int[] places, float[] weights)
      throws IOException {
    int size = labels.size();
    if (size > LONGEST || weights.length >= MOST) {
      throw new IOException(size + " labels, " + weights.length + " weights: too many");
    }
    double[] bias = new double[size];
    int from = 0;
    for (; from < places.length && places[from] < size; from++) {
      bias[places[from]] = weights[from];
    }
    byte[] labelOf = new byte[places.length - from];
    long[] keys = new long[names.length];
    int[] values = new int[names.length];
    int features = 0;
    for (int i = from; i < places.length; ) {
      int feature = places[i] / size;
      int begin = i;
      for (; i < places.length && places[i] / size == feature; i++) {
        labelOf[i - from] = (byte) (places[i] % size);
      }
      if (names[feature] != 0) {
        keys[features] = names[feature];
        values[features++] = ((begin - from) << LENGTH_BITS) | (i - begin);
      }
    }
    return new SparseWeights(
        List.copyOf(labels),
        bias,
        HashIndex.of(keys, values, features),
        labelOf,
        Arrays.copyOfRange(weights, from, weights.length));
  }

  List<String> labels() {
    return labels;
  }

  /** The scores of the labels for the features whose names stand in {@code features}. */
  double[] scores(long[] features, int size) {
    double[] scores = bias.clone();
    for (int f = 0; f < size; f++) {
      int run = runs.get(features[f]);
      if (run != HashIndex.ABSENT) {
        int begin = run >>> LENGTH_BITS;
        int end = begin + (run & ((1 << LENGTH_BITS) - 1));
        for (int i = begin; i < end; i++) {
          scores[labelOf[i]] += weightOf[i];
        }
      }
    }
    return scores;
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, labels);
    long[] bits = new long[bias.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(bias[i]);
    }
    ModelFile.writeLongs(out, bits);
    runs.write(out);
    ModelFile.writeBytes(out, labelOf);
    ModelFile.writeFloats(out, weightOf);
  }

  static SparseWeights read(ByteBuffer in) throws IOException {
    List<String> labels = ModelFile.readStrings(in);
    long[] bits = ModelFile.readLongs(in);
    double[] bias = new double[bits.length];
    for (int i = 0; i < bits.length; i++) {
      bias[i] = Double.longBitsToDouble(bits[i]);
    }
    HashIndex runs = HashIndex.read(in);
    byte[] labelOf = ModelFile.readBytes(in);
    float[] weightOf = ModelFile.readFloats(in);
    if (labels.size() < 2 || labels.size() != bias.length || labelOf.length != weightOf.length) {
      throw new IOException("weights do not fit their labels");
    }
    return new SparseWeights(labels, bias, runs, labelOf, weightOf);
  }
}
