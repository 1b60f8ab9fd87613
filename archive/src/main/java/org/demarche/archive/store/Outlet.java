package org.demarche.archive.store;

import java.util.Locale;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.duplicate.Addresses;

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
    String host = hop.url().map(Addresses::outlet).orElse("");
    return new Outlet(name.isEmpty() ? host : name, host, name.toLowerCase(Locale.ROOT));
  }
}
