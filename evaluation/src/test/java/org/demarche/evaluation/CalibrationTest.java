package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.coder.event.Confidence;
import org.demarche.coder.event.ConfidenceModel;
import org.demarche.coder.event.Signal;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static List<Judged> events(int number, int right, Signal... signals) {
    List<Judged> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      events.add(
          new Judged(Set.of(signals) + " " + i, new Confidence(0.5, Set.of(signals)), i < right));
    }
    return events;
  }

  private static List<Judged> made() {
    List<Judged> made = new ArrayList<>(events(1000, 900));
    made.addAll(events(1000, 500, Signal.REMOTE));
    made.addAll(events(1000, 990, Signal.DIRECT));
    return made;
  }

  @Test
  void findsThePartThatIsRight() {
    ConfidenceModel model = Calibration.fit(made());
    assertThat(model.of(Set.of()).value()).isCloseTo(0.90, within(0.011));
    assertThat(model.of(Set.of(Signal.REMOTE)).value()).isCloseTo(0.50, within(0.011));
    assertThat(model.of(Set.of(Signal.DIRECT)).value()).isCloseTo(0.99, within(0.011));
    assertThat(model.weights()).containsOnlyKeys(Signal.REMOTE, Signal.DIRECT);
  }

  @Test
  void aSignalSeenOnceWeighsLittle() {
    List<Judged> made = new ArrayList<>(events(1000, 900));
    made.addAll(events(1, 0, Signal.REMOTE));
    assertThat(Calibration.fit(made).weights().get(Signal.REMOTE)).isBetween(-1.0, -0.1);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    ConfidenceModel model = Calibration.fit(made());
    ConfidenceModel read =
        ConfidenceModel.read(
            "made", new BufferedReader(new StringReader(Calibration.lines(model))));
    assertThat(read.intercept()).isCloseTo(model.intercept(), within(0.001));
    assertThat(read.weights().keySet()).isEqualTo(model.weights().keySet());
    assertThat(read.of(Set.of(Signal.REMOTE))).isEqualTo(model.of(Set.of(Signal.REMOTE)));
  }

  @Test
  void nothingCannotBeFitted() {
    assertThatThrownBy(() -> Calibration.fit(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachEventIsHeldOutOnceAndASentenceStaysTogether() {
    List<Judged> made = new ArrayList<>(made());
    made.addAll(made()); // the same sentences once more
    Calibration.Validation validation = Calibration.validate(made, 7);
    assertThat(validation.folds()).hasSize(7);
    assertThat(validation.folds().stream().mapToInt(Calibration.Fold::held).sum())
        .isEqualTo(made.size());
    assertThat(validation.folds())
        .allSatisfy(
            f -> {
              assertThat(f.fitted() + f.held()).isEqualTo(made.size());
              assertThat(f.held()).isEven();
              assertThat(f.brier()).isLessThan(f.base());
            });
    assertThat(validation.reliability().expectedError()).isLessThan(0.02);
  }

  @Test
  void reliabilityIsThatOfBrierAndGuo() {
    Reliability reliability =
        Reliability.ofPoints(
            List.of(
                new Reliability.Point(0.8, true),
                new Reliability.Point(0.8, false),
                new Reliability.Point(1.0, true),
                new Reliability.Point(0.3, false)));
    assertThat(reliability.bins())
        .containsExactly(
            new Reliability.Bin(0.3, 1, 0.3, 0),
            new Reliability.Bin(0.8, 2, 0.8, 0.5),
            new Reliability.Bin(0.9, 1, 1.0, 1));
    assertThat(reliability.brier()).isCloseTo((0.04 + 0.64 + 0 + 0.09) / 4, within(1e-9));
    assertThat(reliability.expectedError()).isCloseTo((0.3 + 2 * 0.3 + 0) / 4, within(1e-9));
  }

  @Test
  void noEventsNoError() {
    assertThat(Reliability.ofPoints(List.of())).isEqualTo(new Reliability(List.of(), 0, 0));
  }
}
