package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of a linear model that are not zero. Scores are sums of the same floats in doubles as
 * ClearNLP's, only in another order, so their last bits may differ; which one is best does not.
 *
 * <p>A look-up that goes to memory costs more than all arithmetic here. So what belongs to a
 * feature lies together, and all features of a state are asked for before any is used. Those that
 * weigh on many labels are few, yet most of what turns up in texts: they have rows of all labels,
 * each an array of doubles, since only sums of arrays of one type, all from their beginning, become
 * vector instructions (measured: half the time).
 */
final class SparseWeights {
  /** Labels whose numbers fit into one int. */
  private static final int PACKED = 4;

  private static final int BYTE = 0xff;
  private static final int LONGEST = Byte.MAX_VALUE;

  /** Features with more than one label in so many have rows. Measured. */
  private static final int ROW_FROM = 3;

  private final List<String> labels;
  private final double[] bias;
  private final HashIndex features;

  /**
   * For each feature either the number of its row, all bits turned over; or how many weights, the
   * numbers of their labels, four to an int, and the weights.
   */
  private final int[] data;

  /** The weights of features that weigh on many labels, one for each label. */
  private final double[][] rows;

  private SparseWeights(
      List<String> labels, double[] bias, HashIndex features, int[] data, double[][] rows) {
    this.rows = rows;
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
    List<double[]> rows = new ArrayList<>();
    int count = 0;
    int end = 0;
    for (int begin = from, next; begin < places.length; begin = next) {
      int feature = places[begin] / size;
      next = begin;
      while (next < places.length && places[next] / size == feature) {
        next++;
      }
      if (names[feature] == 0) {
        continue;
      }
      keys[count] = names[feature];
      starts[count++] = end;
      if (end + 2 * size > data.length) {
        data = Arrays.copyOf(data, end + data.length / 2 + 2 * size);
      }
      if ((next - begin) * ROW_FROM > size) {
        double[] row = new double[size];
        for (int i = begin; i < next; i++) {
          row[places[i] % size] = weights[i];
        }
        data[end++] = ~rows.size();
        rows.add(row);
      } else {
        end = append(data, end, size, places, weights, begin, next);
      }
    }
    return new SparseWeights(
        List.copyOf(labels),
        bias,
        HashIndex.of(keys, starts, count),
        Arrays.copyOf(data, end),
        rows.toArray(new double[0][]));
  }

  /** Writes one feature's run at {@code at} and gives the place behind it. */
  private static int append(
      int[] data, int at, int labels, int[] places, float[] weights, int begin, int end) {
    int length = end - begin;
    data[at] = length;
    int numbers = at + 1;
    int values = numbers + packed(length);
    for (int i = 0; i < length; i++) {
      data[numbers + i / PACKED] |= places[begin + i] % labels << (i % PACKED * Byte.SIZE);
      data[values + i] = Float.floatToRawIntBits(weights[begin + i]);
    }
    return values + length;
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
    int inRows = 0;
    for (int i = 0; i < count; i++) {
      if (heads[i] < 0) {
        heads[inRows++] = ~heads[i];
      } else {
        addRun(found[i] + 1, heads[i], scores);
      }
    }
    addRows(heads, inRows, scores);
  }

  private void addRun(int numbers, int length, double[] scores) {
    int number = numbers;
    int value = numbers + packed(length);
    int end = value + length;
    for (; value + PACKED <= end; value += PACKED) {
      int four = data[number++];
      scores[four & BYTE] += Float.intBitsToFloat(data[value]);
      scores[four >>> 8 & BYTE] += Float.intBitsToFloat(data[value + 1]);
      scores[four >>> 16 & BYTE] += Float.intBitsToFloat(data[value + 2]);
      scores[four >>> 24] += Float.intBitsToFloat(data[value + 3]);
    }
    if (value < end) {
      for (int rest = data[number]; value < end; value++, rest >>>= 8) {
        scores[rest & BYTE] += Float.intBitsToFloat(data[value]);
      }
    }
  }

  /** Four rows at a time, so that the sums are fetched and put back less often. */
  private void addRows(int[] numbers, int count, double[] scores) {
    int r = 0;
    for (; r + 4 <= count; r += 4) {
      add(
          rows[numbers[r]],
          rows[numbers[r + 1]],
          rows[numbers[r + 2]],
          rows[numbers[r + 3]],
          scores);
    }
    for (; r < count; r++) {
      add(rows[numbers[r]], scores);
    }
  }

  private static void add(double[] a, double[] b, double[] c, double[] d, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += (a[i] + b[i]) + (c[i] + d[i]);
    }
  }

  /** Adds the scores of further features, known already. */
  static void add(double[] known, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += known[i];
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
    float[] weights = new float[rows.length * labels.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) rows[i / labels.size()][i % labels.size()];
    }
    ModelFile.writeFloats(out, weights);
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
    float[] weights = ModelFile.readFloats(in);
    if (labels.size() < 2 || labels.size() != bias.length) {
      throw new IOException("weights do not fit their labels");
    }
    double[][] rows = new double[weights.length / labels.size()][labels.size()];
    for (int i = 0; i < rows.length * labels.size(); i++) {
      rows[i / labels.size()][i % labels.size()] = weights[i];
    }
    return new SparseWeights(labels, bias, features, data, rows);
  }
}
