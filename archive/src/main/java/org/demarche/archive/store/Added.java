package org.demarche.archive.store;

import java.util.Objects;

/**
 * What became of an {@link Entry}. Once this is handed back, it is on the disk.
 *
 * @param article the archive's number of the article
 * @param version its version, from 1
 */
public record Added(long article, int version, Change change) {
  public Added {
    Objects.requireNonNull(change);
  }

  /** What was written. */
  public enum Change {
    NEW_ARTICLE,
    /** The article was there and now says something else. */
    NEW_VERSION,
    /** The version was there, but not coded by this run. */
    NEW_CODING,
    UNCHANGED
  }
}
