package org.demarche.press.outlet;

import java.util.List;
import java.util.Objects;

/**
 * Words by which a page says that its text, or a part of it, is another's.
 *
 * @param written as the page has it
 * @param names whom it credits: the known outlet's name, else as written
 */
public record Credit(String written, List<String> names, Kind kind) {
  public Credit {
    Objects.requireNonNull(written);
    names = List.copyOf(names);
    Objects.requireNonNull(kind);
  }

  /** What is said. */
  public enum Kind {
    /** Where the piece first appeared: <em>Originally published in …</em>. */
    ORIGIN,
    /** An agency's dispatch: a dateline, a closing signature, an agency as author. */
    WIRE,
    /** Who translated it. */
    TRANSLATION
  }
}
