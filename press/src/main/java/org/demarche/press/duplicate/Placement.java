package org.demarche.press.duplicate;

import java.util.List;
import java.util.Objects;

/**
 * What an article is to those already seen.
 *
 * @param of id of the one that it repeats, edits or reprints; empty where it is new
 * @param share how much of the shorter of the two is in the longer, of a version how much they
 *     resemble each other, 0 to 1
 * @param credited whether a reprint's credit line names the other's outlet, or both the same source
 * @param reprints ids of articles seen before that turn out to be reprints of this one; usually
 *     empty
 */
public record Placement(
    Kind kind, String of, double share, boolean credited, List<String> reprints) {
  public Placement {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(of);
    reprints = List.copyOf(reprints);
    if (of.isEmpty() != (kind == Kind.NEW)) {
      throw new IllegalArgumentException(kind + " of '" + of + "'");
    }
  }

  /** What it can be. */
  public enum Kind {
    /** An article of its own. */
    NEW,
    /** The same text at the same place: nothing to keep. */
    REPEAT,
    /** The same article of the same outlet, edited. */
    VERSION,
    /** Another outlet's article: the original's, or that of the earliest copy seen. */
    REPRINT
  }

  static Placement fresh(List<String> reprints) {
    return new Placement(Kind.NEW, "", 0, false, reprints);
  }

  static Placement repeat(Copy of) {
    return new Placement(Kind.REPEAT, of.id(), 1, false, List.of());
  }

  static Placement version(Copy of, double resemblance) {
    return new Placement(Kind.VERSION, of.id(), resemblance, false, List.of());
  }

  static Placement reprint(Copy of, double share, boolean credited) {
    return new Placement(Kind.REPRINT, of.id(), share, credited, List.of());
  }

  /** The same, with articles that are reprints of this one. */
  Placement with(List<String> others) {
    return new Placement(kind, of, share, credited, others);
  }
}
