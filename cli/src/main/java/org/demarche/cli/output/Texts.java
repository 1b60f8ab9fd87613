package org.demarche.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.actor.Party;
import org.demarche.coder.event.Amount;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Where;
import org.demarche.coder.place.Place;

/** Parts of events in words. */
final class Texts {
  private static final int NAME = 24;

  private Texts() {}

  /** Where it took place: {@code at Geneva, CHE}; from where it was filed: {@code filed from …}. */
  static Optional<String> place(Where where) {
    return where
        .place()
        .map(
            p -> {
              String name = cut(p.name(), NAME);
              boolean state = p.kind() == Place.Kind.COUNTRY || p.country().isEmpty();
              String shown = state ? name : name + ", " + p.country();
              return where.fold(s -> "in ", f -> "filed from ", u -> "") + shown;
            });
  }

  /** Code and sectors, {@code RUS/MIL}; the name where there is no code; a dash for nobody. */
  static String side(Optional<Participant> participant) {
    return participant.map(p -> party(p.party(), p.text())).orElse("—");
  }

  static String party(Party party, String text) {
    String sectors = String.join("+", party.sectors());
    if (party.code().isEmpty()) {
      String name = cut(party.name().isEmpty() ? text : party.name(), NAME);
      return sectors.isEmpty() ? name : name + "/" + sectors;
    }
    return sectors.isEmpty() ? party.code() : party.code() + "/" + sectors;
  }

  /** A sum with its thousands parted: {@code 83,000,000 EUR}. */
  static String amount(Amount amount) {
    return String.format(Locale.ROOT, "%,.0f %s", amount.value(), amount.currency());
  }

  /** The confidence in events, two decimals; the lowest and the highest where they differ. */
  static String confidence(List<Event> events) {
    return events.stream()
        .map(e -> e.confidence().value())
        .distinct()
        .sorted()
        .map(value -> String.format(Locale.ROOT, "%.2f", value))
        .reduce((lowest, next) -> lowest.split("–")[0] + "–" + next)
        .orElse("");
  }

  /** At most so many characters, an ellipsis for the rest. */
  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1).stripTrailing() + "…";
  }
}
