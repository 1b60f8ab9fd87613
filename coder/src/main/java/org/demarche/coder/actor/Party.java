package org.demarche.coder.actor;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who takes part in an event.
 *
 * @param code the actor book's code, empty where only the sector or only the name is known
 * @param sectors PLOVER sectors, the main one first
 * @param name the name shown, empty where none is known
 * @param kind what it is
 */
public record Party(String code, List<String> sectors, String name, Kind kind) {
  public Party {
    Objects.requireNonNull(code);
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    sectors = List.copyOf(sectors);
  }

  /** What a party is. */
  public enum Kind {
    STATE,
    ORGANISATION,
    GROUP,
    PERSON,
    /** Known by its role only: <em>protesters</em>. */
    ROLE,
    /** A name that the book does not have. */
    NAME
  }

  /** The same party with sectors added in front. */
  Party as(List<String> more) {
    return new Party(
        code, Stream.concat(more.stream(), sectors.stream()).distinct().toList(), name, kind);
  }

  /** Whether the two are the same actor, whatever their sectors. */
  public boolean sameAs(Party other) {
    return (code.isEmpty() || other.code.isEmpty())
        ? equals(other)
        : code.equals(other.code) && (name.equals(other.name) || kind != Kind.PERSON);
  }
}
