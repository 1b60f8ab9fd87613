package org.demarche.evaluation;

import java.util.Locale;
import java.util.Map;

/** What confidences are worth, as text tables. */
public final class ConfidenceText {
  private ConfidenceText() {}

  /** The bins with what was predicted and observed. */
  public static String of(Reliability reliability) {
    StringBuilder out = new StringBuilder();
    line(out, "%-20s %6s  %9s %8s", "confidence", "events", "predicted", "observed");
    for (Reliability.Bin bin : reliability.bins()) {
      line(
          out,
          "%-20s %6d  %9.3f %8.3f",
          String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.from() + 0.1),
          bin.count(),
          bin.predicted(),
          bin.observed());
    }
    line(out, "Brier %.4f, ECE %.4f", reliability.brier(), reliability.expectedError());
    return out.toString();
  }

  /**
   * What is kept from a confidence on.
   *
   * @param what is counted
   */
  public static String of(String what, Map<Double, Counts> thresholds) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "%-20s %6s %6s %6s  %9s %6s %6s",
        "--min-confidence",
        "gold",
        "coded",
        "right",
        "precision",
        "recall",
        "F1");
    thresholds.forEach(
        (least, counts) ->
            line(
                out,
                "%-20s %6d %6d %6d  %9.3f %6.3f %6.3f",
                String.format(Locale.ROOT, "%.2f", least),
                counts.gold(),
                counts.coded(),
                counts.right(),
                counts.precision(),
                counts.recall(),
                counts.f1()));
    line(out, "of %s", what);
    return out.toString();
  }

  /** The folds of a cross-validation, and the reliability of all of them together. */
  public static String of(Calibration.Validation validation) {
    StringBuilder out = new StringBuilder();
    line(out, "%-20s %6s %6s  %9s %8s", "fold", "fitted", "held", "Brier", "constant");
    int number = 0;
    for (Calibration.Fold fold : validation.folds()) {
      line(
          out,
          "%-20d %6d %6d  %9.4f %8.4f",
          ++number,
          fold.fitted(),
          fold.held(),
          fold.brier(),
          fold.base());
    }
    line(out, "constant: the Brier score of one confidence for all");
    out.append(System.lineSeparator()).append(of(validation.reliability()));
    return out.toString();
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing())
        .append(System.lineSeparator());
  }
}
