package org.demarche.archive.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.event.Event;

/**
 * What a person said of an event. All are kept; the newest of a key holds.
 *
 * @param eventKey the event judged
 * @param before what had been read; empty with {@link Action#ADD}
 * @param after what the person says; only with {@link Action#CHANGE} and {@link Action#ADD}
 * @param author the name of who said so
 * @param note empty where nothing was noted
 */
public record Correction(
    long id,
    long article,
    String eventKey,
    Action action,
    Optional<Event> before,
    Optional<Event> after,
    String author,
    Instant made,
    String note) {
  public Correction {
    Objects.requireNonNull(eventKey);
    Objects.requireNonNull(action);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(author);
    Objects.requireNonNull(made);
    Objects.requireNonNull(note);
  }

  /** What was done. */
  public enum Action {
    CONFIRM,
    REJECT,
    CHANGE,
    ADD,
    /** Takes back whatever was said before. */
    WITHDRAW;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
