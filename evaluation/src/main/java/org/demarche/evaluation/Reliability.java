package org.demarche.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well confidences tell what is right. Events are put into bins by their confidence; in a
 * calibrated coder the part of a bin that is right is the bin's mean confidence (Guo et al., On
 * Calibration of Modern Neural Networks, ICML 2017).
 *
 * @param bins those that hold an event, lowest first
 * @param brier the mean square of confidence less truth (Brier 1950); 0 is perfect
 * @param expectedError ECE: the mean distance of bins' confidence from their truth, weighted by
 *     their size
 */
public record Reliability(List<Bin> bins, double brier, double expectedError) {
  private static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Events of similar confidence.
   *
   * @param from the least confidence that falls in, to the tenth
   * @param predicted their mean confidence
   * @param observed the part of them that is right
   */
  public record Bin(double from, int count, double predicted, double observed) {}

  /** A confidence and whether its event was right. */
  record Point(double confidence, boolean right) {
    double truth() {
      return right ? 1 : 0;
    }
  }

  /** Of events with the confidences that they came with. */
  public static Reliability of(List<Judged> judged) {
    return ofPoints(
        judged.stream().map(j -> new Point(j.confidence().value(), j.right())).toList());
  }

  static Reliability ofPoints(List<Point> points) {
    List<Bin> bins =
        IntStream.range(0, BINS)
            .mapToObj(i -> bin(i, points.stream().filter(p -> index(p) == i).toList()))
            .filter(b -> b.count() > 0)
            .toList();
    double brier =
        points.stream()
            .mapToDouble(p -> Math.pow(p.confidence() - p.truth(), 2))
            .average()
            .orElse(0);
    double error =
        bins.stream().mapToDouble(b -> b.count() * Math.abs(b.predicted() - b.observed())).sum();
    return new Reliability(bins, brier, points.isEmpty() ? 0 : error / points.size());
  }

  private static int index(Point point) {
    return Math.min(BINS - 1, (int) (point.confidence() * BINS + 1e-9));
  }

  private static Bin bin(int index, List<Point> points) {
    return new Bin(
        (double) index / BINS,
        points.size(),
        points.stream().mapToDouble(Point::confidence).average().orElse(0),
        points.stream().mapToDouble(Point::truth).average().orElse(0));
  }

  /** The confidences from which it pays to look at precision and recall. */
  public static List<Double> thresholds() {
    List<Double> thresholds = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      thresholds.add(i / 10.0);
    }
    thresholds.add(0.95);
    return thresholds;
  }
}
