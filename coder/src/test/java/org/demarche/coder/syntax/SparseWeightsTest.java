package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseWeightsTest {
  private static final int LABELS = 23;
  private static final int FEATURES = 500;

  /** Feature 0 is the bias; a feature has a weight for one label or for many. */
  private final float[][] dense = new float[FEATURES][LABELS];

  private final long[] names = new long[FEATURES];
  private final Random random = new Random(5);

  private SparseWeights weights() throws IOException {
    for (int f = 0; f < FEATURES; f++) {
      names[f] = f == 0 ? 0 : FeatureHash.feature(f % 7, "feature " + f);
      int part = 1 + random.nextInt(LABELS);
      for (int label = 0; label < LABELS; label++) {
        dense[f][label] = random.nextInt(LABELS) < part ? random.nextFloat() - 0.5f : 0;
      }
    }
    int[] places =
        IntStream.range(0, FEATURES * LABELS)
            .filter(p -> dense[p / LABELS][p % LABELS] != 0)
            .toArray();
    float[] values = new float[places.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = dense[places[i] / LABELS][places[i] % LABELS];
    }
    List<String> labels = IntStream.range(0, LABELS).mapToObj(l -> "label " + l).toList();
    return SparseWeights.of(labels, names, places, values);
  }

  @Test
  void scoresAreTheSumsOfTheDenseWeights() throws IOException {
    SparseWeights written = weights();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.write(new DataOutputStream(bytes));
    SparseWeights read = SparseWeights.read(ByteBuffer.wrap(bytes.toByteArray()));
    for (int round = 0; round < 50; round++) {
      int size = random.nextInt(40);
      double[] expected = new double[LABELS];
      long[] asked = new long[size + 3];
      add(expected, 0);
      for (int i = 0; i < size; i++) {
        int feature = 1 + random.nextInt(FEATURES - 1);
        boolean known = random.nextInt(4) > 0;
        asked[i] = known ? names[feature] : FeatureHash.feature(9, "unknown " + feature);
        if (known) {
          add(expected, feature);
        }
      }
      asked[size] = names[1]; // beyond the size: not to be read
      assertThat(scores(read, asked, size)).containsExactly(expected, within(1e-12));
      assertThat(scores(read, asked, size)).isEqualTo(scores(written, asked, size));
    }
  }

  private static double[] scores(SparseWeights weights, long[] names, int size) {
    double[] scores = weights.bias();
    weights.add(names, size, scores);
    return scores;
  }

  private void add(double[] sums, int feature) {
    for (int label = 0; label < LABELS; label++) {
      sums[label] += dense[feature][label];
    }
  }

  @Test
  void anIndexRefusesTwoKeysOfOneHash() {
    assertThatThrownBy(() -> HashIndex.of(new long[] {77, 77}, new int[] {1, 2}, 2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("share the hash");
    assertThatThrownBy(() -> HashIndex.of(new long[] {77}, new int[] {HashIndex.MOST}, 1))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anIndexFindsKeysThatFallIntoOneSlot() throws IOException {
    long[] keys = new long[20];
    Arrays.setAll(keys, i -> (i + 1L) << 40 | 3);
    int[] values = IntStream.range(0, keys.length).toArray();
    HashIndex index = HashIndex.of(keys, values, keys.length);
    int[] found = new int[keys.length];
    assertThat(index.get(keys, keys.length, found)).isEqualTo(keys.length);
    assertThat(found).isEqualTo(values);
    assertThat(index.get(99L << 40 | 3)).isEqualTo(HashIndex.ABSENT);
  }

  @Test
  void aTextIsHashedAtOnceAsByItsCharacters() {
    for (String text : List.of("", "a", "NNP", "Bündnis", "\ud83d\ude00 0#crd#")) {
      long hash = FeatureHash.extend(FeatureHash.EMPTY, "before");
      assertThat(FeatureHash.extend(hash, FeatureHash.Text.of(text)))
          .isEqualTo(FeatureHash.extend(hash, text));
    }
  }
}
