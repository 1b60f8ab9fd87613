package org.demarche.desk.follow;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A query that somebody follows.
 *
 * @param account whose it is
 * @param query as typed
 * @param hasFeed whether its feed has an address
 * @param digest when letters are sent; empty where none are
 */
public record SavedSearch(
    long id,
    long account,
    String name,
    String query,
    Instant created,
    boolean hasFeed,
    Optional<Digest> digest) {
  public SavedSearch {
    Objects.requireNonNull(name);
    Objects.requireNonNull(query);
    Objects.requireNonNull(created);
    Objects.requireNonNull(digest);
  }
}
