package org.demarche.coder.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * PLOVER's quad classes (PLOVER manual, 2021) and the Goldstein scale by CAMEO code (Goldstein
 * 1992).
 */
public final class Ontology {
  private static final Map<String, Integer> QUADS =
      Map.ofEntries(
          Map.entry("AGREE", 1),
          Map.entry("CONSULT", 1),
          Map.entry("SUPPORT", 1),
          Map.entry("CONCEDE", 1),
          Map.entry("COOPERATE", 2),
          Map.entry("AID", 2),
          Map.entry("RETREAT", 2),
          Map.entry("REQUEST", 3),
          Map.entry("ACCUSE", 3),
          Map.entry("REJECT", 3),
          Map.entry("THREATEN", 3),
          Map.entry("PROTEST", 4),
          Map.entry("SANCTION", 4),
          Map.entry("MOBILIZE", 4),
          Map.entry("COERCE", 4),
          Map.entry("ASSAULT", 4));

  private final Map<String, Double> goldstein = new HashMap<>();

  /** Reads the scale from the class path. */
  public Ontology() {
    try (InputStream in = Ontology.class.getResourceAsStream("goldstein.csv")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: goldstein.csv");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(cells -> goldstein.put(cells[0], Double.valueOf(cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The quad class of a type; empty for types outside PLOVER. */
  public OptionalInt quad(String type) {
    Integer quad = QUADS.get(type);
    return quad == null ? OptionalInt.empty() : OptionalInt.of(quad);
  }

  /** Goldstein's value for a code, or for the nearest code above it. */
  public Optional<Double> goldstein(String cameo) {
    for (int length = cameo.length(); length >= 2; length--) {
      Double value = goldstein.get(cameo.substring(0, length));
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
