package org.demarche.press.duplicate;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What an article is to those already seen. */
public sealed interface Placement {
  <T> T fold(
      Function<New, T> fresh,
      Function<Repeat, T> repeat,
      Function<VersionOf, T> version,
      Function<ReprintOf, T> reprint);

  /**
   * An article of its own.
   *
   * @param reprints ids of articles seen before that turn out to be reprints of this one; usually
   *     empty
   */
  record New(List<String> reprints) implements Placement {
    public New {
      reprints = List.copyOf(reprints);
    }

    @Override
    public <T> T fold(
        Function<New, T> fresh,
        Function<Repeat, T> repeat,
        Function<VersionOf, T> version,
        Function<ReprintOf, T> reprint) {
      return fresh.apply(this);
    }
  }

  /** The same text at the same place: seen before, nothing to keep. */
  record Repeat(String id) implements Placement {
    public Repeat {
      Objects.requireNonNull(id);
    }

    @Override
    public <T> T fold(
        Function<New, T> fresh,
        Function<Repeat, T> repeat,
        Function<VersionOf, T> version,
        Function<ReprintOf, T> reprint) {
      return repeat.apply(this);
    }
  }

  /**
   * The same article of the same outlet, edited.
   *
   * @param id the version last seen
   * @param resemblance 0 to 1
   */
  record VersionOf(String id, double resemblance) implements Placement {
    public VersionOf {
      Objects.requireNonNull(id);
    }

    @Override
    public <T> T fold(
        Function<New, T> fresh,
        Function<Repeat, T> repeat,
        Function<VersionOf, T> version,
        Function<ReprintOf, T> reprint) {
      return version.apply(this);
    }
  }

  /**
   * Another outlet's article.
   *
   * @param id the original, or the earliest copy seen
   * @param containment how much of the shorter of the two is in the longer, 0 to 1
   * @param credited whether the credit line names the original's outlet, or both the same source
   */
  record ReprintOf(String id, double containment, boolean credited) implements Placement {
    public ReprintOf {
      Objects.requireNonNull(id);
    }

    @Override
    public <T> T fold(
        Function<New, T> fresh,
        Function<Repeat, T> repeat,
        Function<VersionOf, T> version,
        Function<ReprintOf, T> reprint) {
      return reprint.apply(this);
    }
  }
}
