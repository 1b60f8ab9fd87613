package org.demarche.coder.actor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
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

  private static final Set<String> APPARATUS = Set.of("GOV", "MIL", "COP", "SPY", "LEG", "IGO");

  /** What a party is. */
  public enum Kind {
    STATE,
    ORGANISATION,
    GROUP,
    /** An ethnic or religious community. */
    PEOPLE,
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

  /**
   * Whether the two are the same actor. A state is the same as its own government, army and police,
   * but not as its people, its opposition or its rebels; two sectors of one state are two actors.
   */
  public boolean sameAs(Party other) {
    if (code.isEmpty() || other.code.isEmpty()) {
      return equals(other);
    }
    if (!code.equals(other.code)) {
      return false;
    }
    if (kind == Kind.PERSON && other.kind == Kind.PERSON) {
      return name.equals(other.name);
    }
    boolean organisations = kind == Kind.ORGANISATION && other.kind == Kind.ORGANISATION;
    return sectors.equals(other.sectors)
        || (organisations && name.equals(other.name))
        || (sectors.isEmpty() && APPARATUS.containsAll(other.sectors))
        || (other.sectors.isEmpty() && APPARATUS.containsAll(sectors));
  }
}
