package org.demarche.coder.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Logistic regression over {@link Signal}s. Its weights are data: {@code confidence.tsv}, whose
 * head says what they were fitted on. Immutable.
 *
 * @param intercept the log odds where no signal is seen
 * @param weights what each signal adds to the log odds; a signal without weight adds nothing
 */
public record ConfidenceModel(double intercept, Map<Signal, Double> weights) {
  private static final String BUILT_IN = "confidence.tsv";
  private static final String INTERCEPT = "intercept";

  public ConfidenceModel {
    Map<Signal, Double> ordered = new EnumMap<>(Signal.class);
    ordered.putAll(weights);
    weights = Collections.unmodifiableMap(ordered);
  }

  /** The weights that come with Demarche. */
  public static ConfidenceModel builtIn() {
    try (InputStream in = ConfidenceModel.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + BUILT_IN);
      }
      return read(BUILT_IN, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines of signal and weight with a tab between; {@code #} begins a remark.
   *
   * @param name of the file, for errors
   * @throws IllegalArgumentException naming file and line, where one is wrong
   */
  public static ConfidenceModel read(String name, BufferedReader lines) throws IOException {
    double intercept = 0;
    Map<Signal, Double> weights = new EnumMap<>(Signal.class);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      String at = name + ":" + number + ": ";
      if (cells.length != 2) {
        throw new IllegalArgumentException(at + "a line is a signal and its weight, a tab between");
      }
      double weight = weight(cells[1], at);
      if (cells[0].equals(INTERCEPT)) {
        intercept = weight;
      } else if (weights.put(signal(cells[0], at), weight) != null) {
        throw new IllegalArgumentException(at + cells[0] + " stands twice");
      }
    }
    return new ConfidenceModel(intercept, weights);
  }

  private static double weight(String cell, String at) {
    try {
      double weight = Double.parseDouble(cell);
      if (Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(at + "not a number: " + cell);
  }

  private static Signal signal(String key, String at) {
    for (Signal signal : Signal.values()) {
      if (signal.key().equals(key)) {
        return signal;
      }
    }
    throw new IllegalArgumentException(at + "no such signal: " + key);
  }

  /** The confidence in a reading with these signals, to the hundredth. */
  public Confidence of(Set<Signal> signals) {
    double odds = intercept;
    for (Signal signal : signals) {
      odds += weights.getOrDefault(signal, 0.0);
    }
    return new Confidence(Math.round(100 / (1 + Math.exp(-odds))) / 100.0, signals);
  }
}
