package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfusionTest {
  private static Confusion.Answer answer(String gold, String coded) {
    return new Confusion.Answer(gold, coded.isEmpty() ? Optional.empty() : Optional.of(coded));
  }

  /** Gold A A A B B C: coded A A B B none D. */
  private final Confusion confusion =
      new Confusion(
          List.of(
              answer("A", "A"),
              answer("A", "A"),
              answer("A", "B"),
              answer("B", "B"),
              answer("B", ""),
              answer("C", "D")));

  @Test
  void countsByLabel() {
    assertThat(confusion.counts("A")).isEqualTo(new Counts(3, 2, 2));
    assertThat(confusion.counts("B")).isEqualTo(new Counts(2, 2, 1));
    assertThat(confusion.counts("C")).isEqualTo(new Counts(1, 0, 0));
    assertThat(confusion.counts("A").precision()).isEqualTo(1);
    assertThat(confusion.counts("A").recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(confusion.counts("A").f1()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void averagesOverTheLabelsOfTheGold() {
    // D is coded but no gold label: it enters no average
    assertThat(confusion.macroF1()).isCloseTo((0.8 + 0.5 + 0) / 3, within(1e-12));
    assertThat(confusion.macroPrecision()).isCloseTo((1 + 0.5 + 0) / 3, within(1e-12));
    assertThat(confusion.macroRecall()).isCloseTo((2 / 3.0 + 0.5 + 0) / 3, within(1e-12));
    assertThat(confusion.micro()).isEqualTo(new Counts(6, 5, 3));
    assertThat(confusion.micro().f1()).isCloseTo(6 / 11.0, within(1e-12));
    assertThat(confusion.accuracy()).isCloseTo(0.5, within(1e-12));
    assertThat(confusion.coverage()).isCloseTo(5 / 6.0, within(1e-12));
  }

  @Test
  void showsWhatWasTakenForWhat() {
    assertThat(confusion.labels()).containsExactly("A", "B", "C");
    assertThat(confusion.coded()).containsExactly("A", "B", "D", Confusion.NONE);
    assertThat(confusion.count("A", "B")).isEqualTo(1);
    assertThat(confusion.count("Z", "B")).isZero();
    assertThat(confusion.mistakes())
        .containsExactlyInAnyOrder(
            new Confusion.Cell("A", "B", 1),
            new Confusion.Cell("B", Confusion.NONE, 1),
            new Confusion.Cell("C", "D", 1));
  }

  @Test
  void nothingIsNoDivisionByZero() {
    Confusion empty = new Confusion(List.of());
    assertThat(empty.macroF1()).isZero();
    assertThat(empty.accuracy()).isZero();
    assertThat(empty.coverage()).isZero();
    assertThat(empty.micro().f1()).isZero();
  }
}
