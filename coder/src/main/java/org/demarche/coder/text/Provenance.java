package org.demarche.coder.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The way an article came to us, first the outlet that wrote it, last the page it was read from.
 */
public record Provenance(List<Hop> hops) {
  public static final Provenance UNKNOWN = new Provenance(List.of());

  public Provenance {
    hops = List.copyOf(hops);
  }

  /** A provenance of one known page. */
  public static Provenance ofUrl(String url) {
    return new Provenance(
        List.of(new Hop("", Optional.of(url), Optional.empty(), Optional.empty())));
  }

  /** One station on the way; {@code name} is empty where only an address is known. */
  public record Hop(
      String name, Optional<String> url, Optional<String> date, Optional<String> rights) {
    public Hop {
      Objects.requireNonNull(name);
      Objects.requireNonNull(url);
      Objects.requireNonNull(date);
      Objects.requireNonNull(rights);
    }
  }
}
