package org.demarche.desk.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.actor.ActorEntry;

/**
 * Who somebody is on a day, as the actor book has it.
 *
 * @param code the actor book's code, or one that only events have
 * @param entry the entry of the book; empty where it has none
 * @param memberOf codes of the organisations it belongs to on that day
 * @param members codes of its members on that day
 * @param parts codes of the entries that are part of it
 */
public record ActorProfile(
    String code,
    LocalDate at,
    Optional<ActorEntry> entry,
    List<Held> offices,
    List<String> memberOf,
    List<String> members,
    List<String> parts) {
  public ActorProfile {
    Objects.requireNonNull(code);
    Objects.requireNonNull(at);
    Objects.requireNonNull(entry);
    offices = List.copyOf(offices);
    memberOf = List.copyOf(memberOf);
    members = List.copyOf(members);
    parts = List.copyOf(parts);
  }

  /**
   * An office and who holds it on the day.
   *
   * @param known whether the book knows any of its holders, of whatever day
   */
  public record Held(String office, List<ActorEntry.Term> holders, boolean known) {
    public Held {
      holders = List.copyOf(holders);
    }
  }

  /** The end of the message key of its kind. */
  public String kind() {
    return entry
        .map(e -> e.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .orElse("unknown");
  }

  /** Its other names, as the book has them. */
  public List<String> otherNames() {
    return entry.map(ActorEntry::names).orElse(List.of());
  }
}
