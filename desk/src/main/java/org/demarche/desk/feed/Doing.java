package org.demarche.desk.feed;

import java.util.Objects;

/**
 * What is being done with a feed, or with a failure that is tried again.
 *
 * @param name of the feed, or what is tried again
 * @param what the address or the title of the article
 * @param added new articles, so far
 * @param failed how many failed
 */
public record Doing(String name, Step step, String what, int added, int failed) {
  public Doing {
    Objects.requireNonNull(name);
    Objects.requireNonNull(step);
    Objects.requireNonNull(what);
  }

  /** The kinds of work; labels end message keys. */
  public enum Step {
    ASKING,
    FETCHING,
    CODING;

    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Doing step(Step next, String on) {
    return new Doing(name, next, on, added, failed);
  }

  Doing oneAdded() {
    return new Doing(name, step, what, added + 1, failed);
  }

  Doing oneFailed() {
    return new Doing(name, step, what, added, failed + 1);
  }
}
