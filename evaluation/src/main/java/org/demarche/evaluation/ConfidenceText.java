package org.demarche.evaluation;

import java.util.Locale;
import java.util.Map;

/** What confidences are worth, as text tables. */
public final class ConfidenceText {
  private ConfidenceText() {}

  /** The bins with what was predicted and observed. */
  public static String of(Reliability reliability) {
    StringBuilder out = new StringBuilder();
    ScoreText.line(out, "%-20s %6s  %9s %8s", "confidence", "events", "predicted", "observed");
    for (Reliability.Bin bin : reliability.bins()) {
      ScoreText.line(
          out,
          "%-20s %6d  %9.3f %8.3f",
          String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.from() + 0.1),
          bin.count(),
          bin.predicted(),
          bin.observed());
    }
    ScoreText.line(out, "Brier %.4f, ECE %.4f", reliability.brier(), reliability.expectedError());
    return out.toString();
  }

  /**
   * What is kept from a confidence on.
   *
   * @param what is counted
   */
  public static String of(String what, Map<Double, Counts> thresholds) {
    StringBuilder out = new StringBuilder();
    ScoreText.header(out, "--min-confidence");
    thresholds.forEach(
        (least, counts) -> ScoreText.row(out, String.format(Locale.ROOT, "%.2f", least), counts));
    ScoreText.line(out, "of %s", what);
    return out.toString();
  }

  /** The folds of a cross-validation, and the reliability of all of them together. */
  public static String of(Calibration.Validation validation) {
    StringBuilder out = new StringBuilder();
    ScoreText.line(out, "%-20s %6s %6s  %9s %8s", "fold", "fitted", "held", "Brier", "constant");
    int number = 0;
    for (Calibration.Fold fold : validation.folds()) {
      ScoreText.line(
          out,
          "%-20d %6d %6d  %9.4f %8.4f",
          ++number,
          fold.fitted(),
          fold.held(),
          fold.brier(),
          fold.base());
    }
    ScoreText.line(out, "constant: the Brier score of one confidence for all");
    out.append(System.lineSeparator()).append(of(validation.reliability()));
    return out.toString();
  }
}
