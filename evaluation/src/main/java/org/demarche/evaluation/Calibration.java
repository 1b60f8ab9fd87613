package org.demarche.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demarche.coder.event.ConfidenceModel;
import org.demarche.coder.event.Signal;

/**
 * Fits the weights of the confidence: logistic regression with a ridge, by Newton steps on one
 * weight after the other (Genkin, Lewis and Madigan, Technometrics 49, 2007). The same events give
 * the same weights.
 */
public final class Calibration {
  /** How hard weights are drawn to 0: rare signals weigh little. */
  private static final double RIDGE = 1;

  private static final int ROUNDS = 500;
  private static final double STILL = 1e-6;

  /** No step is longer, so that the first ones do not overshoot. */
  private static final double STEP = 1;

  private Calibration() {}

  /**
   * Weights that make the events given most likely.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ConfidenceModel fit(List<Judged> judged) {
    if (judged.isEmpty()) {
      throw new IllegalArgumentException("no events to fit the confidence on");
    }
    double[] odds = new double[judged.size()];
    double intercept = 0;
    Map<Signal, Double> weights = new EnumMap<>(Signal.class);
    Map<Signal, int[]> seen = seen(judged);
    int[] all = IntStream.range(0, judged.size()).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      double moved = step(judged, odds, all, 0, 0);
      intercept += moved;
      double most = Math.abs(moved);
      for (Map.Entry<Signal, int[]> signal : seen.entrySet()) {
        double weight = weights.getOrDefault(signal.getKey(), 0.0);
        double change = step(judged, odds, signal.getValue(), weight, RIDGE);
        weights.put(signal.getKey(), weight + change);
        most = Math.max(most, Math.abs(change));
      }
      if (most < STILL) {
        break;
      }
    }
    return new ConfidenceModel(intercept, weights);
  }

  /** The events at which each signal was seen; signals that were never seen are left out. */
  private static Map<Signal, int[]> seen(List<Judged> judged) {
    Map<Signal, int[]> seen = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      int[] at =
          IntStream.range(0, judged.size())
              .filter(i -> judged.get(i).confidence().signals().contains(signal))
              .toArray();
      if (at.length > 0) {
        seen.put(signal, at);
      }
    }
    return seen;
  }

  /** One Newton step on one weight; the log odds of the events that have it move along. */
  private static double step(
      List<Judged> judged, double[] odds, int[] at, double weight, double ridge) {
    double slope = -ridge * weight;
    double curve = ridge;
    for (int i : at) {
      double p = 1 / (1 + Math.exp(-odds[i]));
      slope += (judged.get(i).right() ? 1 : 0) - p;
      curve += p * (1 - p);
    }
    double change = Math.max(-STEP, Math.min(STEP, slope / Math.max(curve, 1e-9)));
    for (int i : at) {
      odds[i] += change;
    }
    return change;
  }

  /**
   * One part held out.
   *
   * @param base Brier score of the one confidence that fits the other parts best
   */
  public record Fold(int fitted, int held, double brier, double base) {}

  /** The folds, and the reliability of all events, each by the weights fitted without it. */
  public record Validation(List<Fold> folds, Reliability reliability) {
    public Validation {
      folds = List.copyOf(folds);
    }
  }

  /** Cross-validation; events of one sentence are in one fold. */
  public static Validation validate(List<Judged> judged, int folds) {
    List<String> sentences = judged.stream().map(Judged::sentence).distinct().toList();
    Map<String, Integer> places = new java.util.HashMap<>();
    for (String sentence : sentences) {
      places.put(sentence, places.size() % folds);
    }
    List<Fold> results = new ArrayList<>();
    List<Reliability.Point> points = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int f = fold;
      List<Judged> rest = judged.stream().filter(j -> places.get(j.sentence()) != f).toList();
      List<Judged> held = judged.stream().filter(j -> places.get(j.sentence()) == f).toList();
      if (rest.isEmpty() || held.isEmpty()) {
        continue;
      }
      ConfidenceModel model = fit(rest);
      double rate = rest.stream().filter(Judged::right).count() / (double) rest.size();
      List<Reliability.Point> found =
          held.stream()
              .map(
                  j -> new Reliability.Point(model.of(j.confidence().signals()).value(), j.right()))
              .toList();
      points.addAll(found);
      results.add(
          new Fold(
              rest.size(),
              held.size(),
              Reliability.ofPoints(found).brier(),
              Reliability.ofPoints(
                      held.stream().map(j -> new Reliability.Point(rate, j.right())).toList())
                  .brier()));
    }
    return new Validation(results, Reliability.ofPoints(points));
  }

  /** The weights as the file of weights has them, heaviest last. */
  public static String lines(ConfidenceModel model) {
    StringBuilder lines = new StringBuilder();
    lines.append(String.format(java.util.Locale.ROOT, "intercept\t%.3f\n", model.intercept()));
    model
        .weights()
        .forEach(
            (signal, weight) ->
                lines.append(
                    String.format(java.util.Locale.ROOT, "%s\t%.3f\n", signal.key(), weight)));
    return lines.toString();
  }
}
