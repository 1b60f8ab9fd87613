package org.demarche.archive.tally;

import java.util.Objects;

/**
 * Two actors and what passed between them, in either direction.
 *
 * @param one the code that comes first in the alphabet
 * @param other the other code
 */
public record Pair(String one, String other, Sum sum) {
  public Pair {
    Objects.requireNonNull(one);
    Objects.requireNonNull(other);
    Objects.requireNonNull(sum);
  }

  /** The partner of one of the two. */
  public String besides(String code) {
    return code.equals(one) ? other : one;
  }
}
