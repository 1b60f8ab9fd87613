package org.demarche.archive.tally;

import java.util.OptionalDouble;

/**
 * Events by quad class, each event once however often it was reported.
 *
 * @param verbalCooperation quad class 1
 * @param materialCooperation quad class 2
 * @param verbalConflict quad class 3
 * @param materialConflict quad class 4
 * @param other events of types outside PLOVER
 * @param goldstein the mean on the Goldstein scale, -10 to 10; empty where no event has a value
 */
public record Sum(
    long verbalCooperation,
    long materialCooperation,
    long verbalConflict,
    long materialConflict,
    long other,
    OptionalDouble goldstein) {
  public long cooperation() {
    return verbalCooperation + materialCooperation;
  }

  public long conflict() {
    return verbalConflict + materialConflict;
  }

  public long events() {
    return cooperation() + conflict() + other;
  }

  /** Adds up. */
  static final class Adder {
    private final long[] quads = new long[5];
    private double goldstein;
    private long rated;

    /**
     * @param quad 1 to 4, 0 for none
     * @param goldstein the values of those that have one, added up
     * @param rated how many have one
     */
    void add(int quad, long events, double goldstein, long rated) {
      quads[quad >= 1 && quad <= 4 ? quad : 0] += events;
      this.goldstein += goldstein;
      this.rated += rated;
    }

    Sum sum() {
      return new Sum(
          quads[1],
          quads[2],
          quads[3],
          quads[4],
          quads[0],
          rated == 0 ? OptionalDouble.empty() : OptionalDouble.of(goldstein / rated));
    }
  }
}
