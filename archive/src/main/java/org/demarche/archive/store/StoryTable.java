package org.demarche.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.archive.story.Report;
import org.demarche.archive.story.SameEvent;
import org.demarche.archive.story.Words;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.DayRange;
import org.jdbi.v3.core.Handle;

/** Puts each event to the other reports of the same event, if there are any. */
final class StoryTable {
  /** Reports of one type between the same two that are looked at, nearest in time first. */
  private static final int LOOKED_AT = 100;

  /** Days within which other reports are looked for, beyond those that the report covers. */
  private static final int NEAR = 4;

  /** The longest period that is compared with a day, in days. */
  private static final int LONGEST = 31;

  private final Words words = new Words();
  private final SameEvent same = new SameEvent();

  /** The words of the event's sentence, as they are kept. */
  String words(String text, CharSpan sentence, Event event) {
    return String.join(" ", words.of(text, sentence, event));
  }

  private record Candidate(long story, double likeness) {}

  /** Puts an event that is written and counts into the story that is most like it, or a new one. */
  void place(Handle handle, long id, EventTable.Row row) {
    Event event = row.event();
    long original =
        handle
            .createQuery("SELECT original FROM article WHERE id = ?")
            .bind(0, row.article())
            .mapTo(Long.class)
            .one();
    Report report = Report.of(event, set(row.words()), original);
    long story = known(event) ? nearest(handle, id, event, report).orElse(id) : id;
    handle.execute("UPDATE event SET story = ? WHERE id = ?", story, id);
  }

  /** Nobody in particular is never the same as nobody in particular elsewhere. */
  private static boolean known(Event event) {
    return !code(event.actor()).isEmpty() || !code(event.recipient()).isEmpty();
  }

  private Optional<Long> nearest(Handle handle, long id, Event event, Report report) {
    String from = report.days().map(d -> d.first().minusDays(LONGEST).toString()).orElse("");
    String near = report.days().map(d -> d.first().minusDays(NEAR).toString()).orElse("");
    String to = report.days().map(d -> d.last().plusDays(NEAR).toString()).orElse("");
    Candidate best = null;
    for (Candidate candidate :
        handle
            .createQuery(
                "SELECT e.story, e.mode, e.status, e.first_day, e.last_day, e.date_basis, d.words,"
                    + " a.original FROM event e JOIN event_detail d ON d.event_id = e.id"
                    + " JOIN article a ON a.id = e.article_id"
                    + " WHERE e.current = 1 AND e.actor = ? AND e.recipient = ? AND e.type = ?"
                    + " AND e.first_day >= ? AND e.first_day <= ? AND e.last_day >= ?"
                    + " AND e.story IS NOT NULL"
                    + " AND e.id <> ? ORDER BY e.first_day DESC, e.id DESC LIMIT "
                    + LOOKED_AT)
            .bind(0, code(event.actor()))
            .bind(1, code(event.recipient()))
            .bind(2, event.type())
            .bind(3, from)
            .bind(4, to)
            .bind(5, near)
            .bind(6, id)
            .map((rs, c) -> candidate(rs, report))
            .list()) {
      if (candidate.likeness() > 0 && (best == null || candidate.likeness() > best.likeness())) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best).map(Candidate::story);
  }

  private Candidate candidate(ResultSet rs, Report report) throws SQLException {
    String first = rs.getString("first_day");
    Report other =
        new Report(
            rs.getString("mode"),
            isFact(rs.getString("status")),
            first.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new DayRange(
                        LocalDate.parse(first), LocalDate.parse(rs.getString("last_day")))),
            rs.getString("date_basis").equals("stated"),
            set(rs.getString("words")),
            rs.getLong("original"));
    return new Candidate(rs.getLong("story"), same.likeness(report, other).orElse(0.0));
  }

  private static boolean isFact(String status) {
    return Status.valueOf(status.toUpperCase(Locale.ROOT)).isFact();
  }

  private static Set<String> set(String words) {
    return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
  }

  private static String code(Optional<Participant> participant) {
    return participant.map(p -> p.party().code()).orElse("");
  }
}
