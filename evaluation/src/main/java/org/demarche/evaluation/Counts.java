package org.demarche.evaluation;

/**
 * What was right of what was coded and of what the gold holds.
 *
 * @param gold how many the gold holds
 * @param coded how many were coded
 * @param right how many of both agree
 */
public record Counts(int gold, int coded, int right) {
  /** The part of the coded that is right, 0 where nothing is coded. */
  public double precision() {
    return coded == 0 ? 0 : (double) right / coded;
  }

  /** The part of the gold that is found, 0 where the gold holds nothing. */
  public double recall() {
    return gold == 0 ? 0 : (double) right / gold;
  }

  /** The harmonic mean of precision and recall, 0 where nothing is right. */
  public double f1() {
    return right == 0 ? 0 : 2.0 * right / (gold + coded);
  }

  Counts plus(Counts other) {
    return new Counts(gold + other.gold, coded + other.coded, right + other.right);
  }
}
