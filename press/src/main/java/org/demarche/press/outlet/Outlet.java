package org.demarche.press.outlet;

import java.util.List;
import java.util.Objects;

/**
 * A known part of the press.
 *
 * @param name as it is shown
 * @param names all names that count in running text, {@code name} among them unless it is a word
 *     too
 * @param shortNames names that count only where a credit is expected, written just so
 * @param domains its hosts on the web, without {@code www.}
 * @param country ISO 3166 alpha-3
 */
public record Outlet(
    String name,
    List<String> names,
    List<String> shortNames,
    List<String> domains,
    String country,
    Kind kind) {
  public Outlet {
    Objects.requireNonNull(name);
    names = List.copyOf(names);
    shortNames = List.copyOf(shortNames);
    domains = List.copyOf(domains);
    Objects.requireNonNull(country);
    Objects.requireNonNull(kind);
  }

  /** What it does with texts. */
  public enum Kind {
    /** Writes for other outlets. */
    AGENCY,
    /** Writes for its readers. */
    OUTLET,
    /** Publishes foreign pieces in translation. */
    TRANSLATOR,
    /** Carries other outlets' pieces. */
    PORTAL
  }
}
