package org.demarche.desk.correct;

import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.When;
import org.demarche.coder.text.CharSpan;

/**
 * What a person fills in about an event; nothing of it is checked yet.
 *
 * @param start where its words begin, in characters of the article's text
 * @param end where they end
 * @param date a TIMEX3 value; empty where the text states none
 */
public record EventForm(
    int start,
    int end,
    String type,
    String mode,
    String contexts,
    String status,
    String actor,
    String actorCode,
    String actorSectors,
    String recipient,
    String recipientCode,
    String recipientSectors,
    String date,
    String note) {
  public EventForm {
    type = text(type).toUpperCase(Locale.ROOT);
    mode = text(mode).toLowerCase(Locale.ROOT);
    contexts = text(contexts).toLowerCase(Locale.ROOT);
    status = text(status).toLowerCase(Locale.ROOT);
    actor = text(actor);
    actorCode = text(actorCode).toUpperCase(Locale.ROOT);
    actorSectors = text(actorSectors).toUpperCase(Locale.ROOT);
    recipient = text(recipient);
    recipientCode = text(recipientCode).toUpperCase(Locale.ROOT);
    recipientSectors = text(recipientSectors).toUpperCase(Locale.ROOT);
    date = text(date).toUpperCase(Locale.ROOT);
    note = text(note);
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  /** The form as it is before anybody has filled it in. */
  public static EventForm empty(CharSpan words) {
    return new EventForm(
        words.start(), words.end(), "", "", "", "happened", "", "", "", "", "", "", "", "");
  }

  /** The form with what an event says. */
  public static EventForm of(Event event) {
    CharSpan words = event.evidence().span();
    return new EventForm(
        words.start(),
        words.end(),
        event.type(),
        event.mode(),
        String.join(" ", event.contexts()),
        event.status().label(),
        words(event.actor()),
        code(event.actor()),
        sectors(event.actor()),
        words(event.recipient()),
        code(event.recipient()),
        sectors(event.recipient()),
        event.date().fold(When.Stated::value, p -> "", u -> ""),
        "");
  }

  private static String words(Optional<Participant> participant) {
    return participant.map(Participant::text).orElse("");
  }

  private static String code(Optional<Participant> participant) {
    return participant.map(p -> p.party().code()).orElse("");
  }

  private static String sectors(Optional<Participant> participant) {
    return participant.map(p -> String.join(" ", p.party().sectors())).orElse("");
  }
}
