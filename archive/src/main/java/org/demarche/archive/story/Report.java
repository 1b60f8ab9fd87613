package org.demarche.archive.story;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.When;
import org.demarche.coder.time.DayRange;

/**
 * One report of an event, as it is compared with others.
 *
 * @param mode empty where the type has none
 * @param fact whether it is told as a fact
 * @param days the days that its date covers, absent where it has none
 * @param stated whether the text says when; otherwise the days are that of publication
 * @param words of the sentence, see {@link Words}
 * @param original the article that it goes back to: those of one wire and its reprints are equal
 */
public record Report(
    String mode,
    boolean fact,
    Optional<DayRange> days,
    boolean stated,
    Set<String> words,
    long original) {
  public Report {
    Objects.requireNonNull(mode);
    Objects.requireNonNull(days);
    words = Set.copyOf(words);
  }

  /** The report that an event of an article makes. */
  public static Report of(Event event, Set<String> words, long original) {
    return new Report(
        event.mode(),
        event.status().isFact(),
        event.date().date().flatMap(DayRange::of),
        event.date() instanceof When.Stated,
        words,
        original);
  }
}
