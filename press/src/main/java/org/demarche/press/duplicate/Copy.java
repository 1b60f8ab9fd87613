package org.demarche.press.duplicate;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One article as the search for duplicates sees it.
 *
 * @param id the archive's name for it
 * @param address the page's own address, cleaned by {@link Addresses#clean}; absent where unknown
 * @param outlet who published it, cleaned by {@link Addresses#outlet}: a host such as {@code
 *     example.org}; empty where unknown
 * @param credit the agency or outlet that the text is credited to, as written; empty where none is
 * @param title empty where there is none
 * @param published when it came out, as exactly as known; absent where unknown
 */
public record Copy(
    String id,
    Optional<String> address,
    String outlet,
    String credit,
    String title,
    Optional<Instant> published,
    Sketch sketch) {
  public Copy {
    Objects.requireNonNull(id);
    Objects.requireNonNull(address);
    Objects.requireNonNull(outlet);
    Objects.requireNonNull(credit);
    Objects.requireNonNull(title);
    Objects.requireNonNull(published);
    Objects.requireNonNull(sketch);
  }
}
