package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of a linear model that are not zero. Scores are sums of the same floats in doubles as
 * ClearNLP's, only in another order, so their last bits may differ; which one is best does not.
 *
 * <p>A look-up that goes to memory costs more than all arithmetic here. So what belongs to a
 * feature lies together, and all features of a state are asked for before any is used. Those that
 * weigh on many labels are few, yet most of what turns up in texts: they have rows of all labels.
 */
final class SparseWeights {
  /** Labels whose numbers fit into one int. */
  private static final int PACKED = 4;

  private static final int BYTE = 0xff;
  private static final int LONGEST = Byte.MAX_VALUE;

  /** Features with more than one label in so many have rows. Measured. */
  private static final int ROW_FROM = 3;

  /** In place of the length of a run. */
  private static final int ROW = 0;

  private final List<String> labels;
  private final double[] bias;
  private final HashIndex features;

  /**
   * For each feature {@link #ROW} and a weight for each label, or: how many weights, the numbers of
   * their labels, four to an int, and the weights.
   */
  private final int[] data;

  private SparseWeights(List<String> labels, double[] bias, HashIndex features, int[] data) {
    this.labels = labels;
    this.bias = bias;
    this.features = features;
    this.data = data;
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
    if (size > LONGEST) {
      throw new IOException(size + " labels: too many");
    }
    double[] bias = new double[size];
    int from = 0;
    for (; from < places.length && places[from] < size; from++) {
      bias[places[from]] = weights[from];
    }
    long[] keys = new long[names.length];
    int[] starts = new int[names.length];
    int[] data = new int[weights.length];
    int count = 0;
    int end = 0;
    for (int begin = from, next; begin < places.length; begin = next) {
      int feature = places[begin] / size;
      next = begin;
      while (next < places.length && places[next] / size == feature) {
        next++;
      }
      if (names[feature] != 0) {
        keys[count] = names[feature];
        starts[count++] = end;
        if (end + 2 * size > data.length) {
          data = Arrays.copyOf(data, end + data.length / 2 + 2 * size);
        }
        end = append(data, end, size, places, weights, begin, next);
      }
    }
    return new SparseWeights(
        List.copyOf(labels), bias, HashIndex.of(keys, starts, count), Arrays.copyOf(data, end));
  }

  /** Writes one feature's weights at {@code at} and gives the place behind them. */
  private static int append(
      int[] data, int at, int labels, int[] places, float[] weights, int begin, int end) {
    int length = end - begin;
    boolean row = length * ROW_FROM > labels;
    data[at] = row ? ROW : length;
    int numbers = at + 1;
    int values = row ? numbers : numbers + packed(length);
    for (int i = 0; i < length; i++) {
      int label = places[begin + i] % labels;
      int weight = Float.floatToRawIntBits(weights[begin + i]);
      if (row) {
        data[values + label] = weight;
      } else {
        data[numbers + i / PACKED] |= label << (i % PACKED * Byte.SIZE);
        data[values + i] = weight;
      }
    }
    return values + (row ? labels : length);
  }

  private static int packed(int length) {
    return (length + PACKED - 1) / PACKED;
  }

  List<String> labels() {
    return labels;
  }

  /** The scores of the labels for no feature at all. */
  double[] bias() {
    return bias.clone();
  }

  /** Adds to the labels' scores those for the features whose names stand first in a list. */
  void add(long[] names, int size, double[] scores) {
    int[] found = new int[size];
    int count = features.get(names, size, found);
    int[] heads = new int[count];
    for (int i = 0; i < count; i++) {
      heads[i] = data[found[i]];
    }
    int rows = 0;
    for (int i = 0; i < count; i++) {
      if (heads[i] == ROW) {
        found[rows++] = found[i] + 1;
      } else {
        addRun(found[i] + 1, heads[i], scores);
      }
    }
    addRows(found, rows, scores);
  }

  private void addRun(int numbers, int length, double[] scores) {
    int values = numbers + packed(length);
    for (int i = 0; i < length; i++) {
      int label = data[numbers + i / PACKED] >>> (i % PACKED * Byte.SIZE) & BYTE;
      scores[label] += Float.intBitsToFloat(data[values + i]);
    }
  }

  /** Four rows at a time, so that the sums are fetched and put back less often. */
  private void addRows(int[] rows, int count, double[] scores) {
    int r = 0;
    for (; r + 4 <= count; r += 4) {
      add(rows[r], rows[r + 1], rows[r + 2], rows[r + 3], scores);
    }
    for (; r < count; r++) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += Float.intBitsToFloat(data[rows[r] + i]);
      }
    }
  }

  private void add(int a, int b, int c, int d, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] +=
          ((double) Float.intBitsToFloat(data[a + i]) + Float.intBitsToFloat(data[b + i]))
              + ((double) Float.intBitsToFloat(data[c + i]) + Float.intBitsToFloat(data[d + i]));
    }
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, labels);
    long[] bits = new long[bias.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(bias[i]);
    }
    ModelFile.writeLongs(out, bits);
    features.write(out);
    ModelFile.writeInts(out, data);
  }

  static SparseWeights read(ByteBuffer in) throws IOException {
    List<String> labels = ModelFile.readStrings(in);
    long[] bits = ModelFile.readLongs(in);
    double[] bias = new double[bits.length];
    for (int i = 0; i < bits.length; i++) {
      bias[i] = Double.longBitsToDouble(bits[i]);
    }
    HashIndex features = HashIndex.read(in);
    int[] data = ModelFile.readInts(in);
    if (labels.size() < 2 || labels.size() != bias.length) {
      throw new IOException("weights do not fit their labels");
    }
    return new SparseWeights(labels, bias, features, data);
  }
}
