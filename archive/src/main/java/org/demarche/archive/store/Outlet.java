package org.demarche.archive.store;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.text.Provenance.Hop;

/**
 * A station on an article's way, as it is shown and as it is looked up.
 *
 * @param shown its name, or its host where it has none; empty where neither is known
 * @param host without {@code www.}, empty where not known
 * @param nameKey its name in lower case, empty where not known
 */
record Outlet(String shown, String host, String nameKey) {
  static Outlet of(Hop hop) {
    String name = hop.name().strip();
    String host = hop.url().flatMap(Outlet::host).orElse("");
    return new Outlet(name.isEmpty() ? host : name, host, name.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
