package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.data.Source;

/**
 * An entry of the actor book: a state, an organisation, a group.
 *
 * @param code ISO 3166 alpha-3 for states, the book's own otherwise
 * @param sectors sectors of the thing itself; empty for states
 * @param partOf code of the entry it belongs to
 * @param near words that speak for this reading where a name has several
 * @param unless words that speak against it
 */
public record ActorEntry(
    String code,
    Kind kind,
    String name,
    List<String> names,
    List<String> adjectives,
    List<String> people,
    List<String> capitals,
    List<String> seats,
    List<String> places,
    List<String> sectors,
    Optional<String> partOf,
    Period existence,
    List<String> near,
    List<String> unless,
    List<Office> offices,
    List<Membership> members,
    List<String> descriptions,
    Optional<String> headquarters,
    Source source) {

  public ActorEntry {
    names = List.copyOf(names);
    adjectives = List.copyOf(adjectives);
    people = List.copyOf(people);
    capitals = List.copyOf(capitals);
    seats = List.copyOf(seats);
    places = List.copyOf(places);
    sectors = List.copyOf(sectors);
    near = List.copyOf(near);
    unless = List.copyOf(unless);
    offices = List.copyOf(offices);
    members = List.copyOf(members);
    descriptions = List.copyOf(descriptions);
  }

  /** What an entry is. */
  public enum Kind {
    STATE,
    ORGANISATION,
    ARMED_GROUP,
    MOVEMENT,
    PARTY,
    MEDIA,
    COMPANY,
    PEOPLE,
    FAITH,
    TERRITORY
  }

  /** A stretch of days; an absent bound is open. */
  public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public boolean holds(LocalDate day) {
      return from.map(f -> !day.isBefore(f)).orElse(true)
          && until.map(u -> !day.isAfter(u)).orElse(true);
    }
  }

  /** An office and those who have held it. */
  public record Office(String office, List<String> titles, List<String> sectors, List<Term> terms) {
    public Office {
      titles = List.copyOf(titles);
      sectors = List.copyOf(sectors);
      terms = List.copyOf(terms);
    }
  }

  /**
   * A term of office.
   *
   * @param also other forms of the holder's name
   * @param surname whether the last word of the name may stand alone
   */
  public record Term(String name, List<String> also, Period period, boolean surname) {
    public Term {
      also = List.copyOf(also);
    }
  }

  /** Membership of some states over a period. */
  public record Membership(List<String> states, Period period) {
    public Membership {
      states = List.copyOf(states);
    }
  }

  /** This entry with another's names, offices and members added. */
  ActorEntry plus(ActorEntry other) {
    return new ActorEntry(
        code,
        kind,
        name,
        joined(joined(names, List.of(other.name)), other.names),
        joined(adjectives, other.adjectives),
        joined(people, other.people),
        joined(capitals, other.capitals),
        joined(seats, other.seats),
        joined(places, other.places),
        joined(sectors, other.sectors),
        partOf.or(other::partOf),
        existence.equals(Period.ALWAYS) ? other.existence : existence,
        joined(near, other.near),
        joined(unless, other.unless),
        joined(offices, other.offices),
        joined(members, other.members),
        joined(descriptions, other.descriptions),
        headquarters.or(other::headquarters),
        source);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
