package org.demarche.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.event.Vote;
import org.demarche.coder.event.When;
import org.demarche.coder.text.CharSpan;

/** Events in lines: what happened between whom, the sentence that says it, how it was read. */
final class EventLines {
  private static final int TYPE = 24;
  private static final int DYAD = 26;
  private static final int DATE = 12;
  private static final int STATUS = 14;
  private static final String BAR = "▌";

  private final Paint paint;
  private final int width;

  /**
   * @param width of a line, in columns
   */
  EventLines(Paint paint, int width) {
    this.paint = paint;
    this.width = width;
  }

  /**
   * The lines of events that the same words report.
   *
   * @param passage their sentence, nothing marked yet
   * @param also what else is known of them, empty for nothing
   */
  void group(List<Event> events, Passage passage, String also, List<String> lines) {
    Event head = events.get(0);
    OptionalInt quad = head.quad();
    String type = (head.type() + " " + head.mode()).strip();
    String named = paint.quad(quad, head.type()) + (head.mode().isEmpty() ? "" : " " + head.mode());
    boolean first = true;
    for (Relation relation : Relation.of(events)) {
      boolean fits = relation.length() <= width - TYPE - DATE - STATUS;
      String sides = fits ? relation.shown(paint) : HitWriter.counted(events.size(), "event");
      int length = fits ? relation.length() : sides.length();
      lines.add(
          paint.quad(quad, BAR)
              + " "
              + (first ? named : "")
              + " ".repeat(Math.max(1, TYPE - (first ? type.length() : 0)))
              + sides
              + " ".repeat(Math.max(2, DYAD - length))
              + date(head.date())
              + status(head.status()));
      if (!fits) {
        String all = relation.shown(new Paint(false));
        for (String line : wrap(all)) {
          lines.add(paint.quad(quad, BAR) + " " + paint.of(Style.ACTOR, line));
        }
      }
      first = false;
    }
    for (Event e : events) {
      e.actor().map(Participant::span).ifPresent(passage::actor);
      e.recipient().map(Participant::span).ifPresent(passage::recipient);
    }
    passage.predicate(head.evidence().predicate());
    passage.lines(width - 2, paint, quad).forEach(line -> lines.add("  " + line));
    wrapped(details(events) + (also.isEmpty() ? "" : " · " + also), lines);
    lines.add("");
  }

  /**
   * The lines of positions in one vote, in one sentence.
   *
   * @param passage their sentence, nothing marked yet
   */
  void votes(List<Vote> votes, Passage passage, List<String> lines) {
    Map<Vote.Position, List<Vote>> byPosition =
        votes.stream()
            .collect(
                Collectors.groupingBy(Vote::position, LinkedHashMap::new, Collectors.toList()));
    byPosition.forEach(
        (position, same) -> {
          String voters =
              same.stream()
                  .map(v -> Texts.party(v.voter().party(), v.voter().text()))
                  .distinct()
                  .collect(Collectors.joining(", "));
          String type = "VOTE " + position.label();
          lines.add(
              paint.of(Style.BOLD, BAR + " VOTE")
                  + " "
                  + position.label()
                  + " ".repeat(Math.max(1, TYPE - type.length()))
                  + paint.of(Style.ACTOR, voters)
                  + " ".repeat(Math.max(2, DYAD - voters.length()))
                  + date(same.get(0).date()).stripTrailing());
          same.forEach(v -> passage.actor(v.voter().span()));
        });
    Vote head = votes.get(0);
    head.against().map(Participant::span).ifPresent(passage::recipient);
    passage.lines(width - 2, paint, OptionalInt.empty()).forEach(line -> lines.add("  " + line));
    String on = head.on().isEmpty() ? "" : "on " + head.on();
    String body = head.body().isEmpty() ? "" : "in " + head.body();
    String details = (on + (on.isEmpty() || body.isEmpty() ? "" : " · ") + body).strip();
    if (!details.isEmpty()) {
      wrapped(details, lines);
    }
    lines.add("");
  }

  private String date(When when) {
    String value = when.date().orElse("no date");
    String shown = when.fold(s -> value, p -> "≤" + value, u -> value);
    String padded = shown + " ".repeat(Math.max(1, DATE - shown.length()));
    return when.fold(
        s -> padded, p -> paint.of(Style.DIM, padded), u -> paint.of(Style.DIM, padded));
  }

  private String status(Status status) {
    return status.isFact() && status == Status.HAPPENED
        ? ""
        : paint.of(status.isFact() ? Style.OK : Style.WARN, "[" + status.label() + "]");
  }

  private static String details(List<Event> events) {
    Event e = events.get(0);
    List<String> parts = new ArrayList<>();
    Texts.place(e.place()).ifPresent(parts::add);
    e.attribution()
        .ifPresent(
            a ->
                parts.add(
                    a.party().map(p -> Texts.party(p, a.text())).orElse(Texts.cut(a.text(), 40))
                        + (a.verb().equals("according to") ? " as source" : ": " + a.verb())));
    e.act()
        .ifPresent(
            a -> parts.add("about " + (a.type() + " " + a.mode()).strip() + " '" + a.text() + "'"));
    e.amount().ifPresent(a -> parts.add(Texts.amount(a)));
    if (!e.contexts().isEmpty()) {
      parts.add(String.join(", ", e.contexts()));
    }
    if (!e.cameo().isEmpty()) {
      parts.add("CAMEO " + e.cameo());
    }
    parts.add(e.evidence().rule() + " (" + e.evidence().source() + ")");
    parts.add("confidence " + Texts.confidence(events));
    return String.join(" · ", parts);
  }

  void wrapped(String text, List<String> lines) {
    wrap(text).forEach(line -> lines.add("  " + paint.of(Style.DIM, line)));
  }

  private List<String> wrap(String text) {
    return new Passage(text, new CharSpan(0, text.length()))
        .lines(width - 2, paint, OptionalInt.empty());
  }
}
