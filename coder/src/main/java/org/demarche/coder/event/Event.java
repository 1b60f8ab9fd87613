package org.demarche.coder.event;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who did what to whom, when, and by which words. Immutable.
 *
 * @param article the article's id
 * @param sentence the sentence's place in the article, from 0
 * @param type PLOVER event type, or a type of the codebook's own ontology
 * @param mode empty where the type has none
 * @param quad 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
 * @param cameo CAMEO code
 * @param goldstein the code's place on the Goldstein scale, where it has one
 * @param confidence how likely it is right
 * @param act the act within, where this event is about another act
 */
public record Event(
    String article,
    int sentence,
    String type,
    String mode,
    List<String> contexts,
    OptionalInt quad,
    String cameo,
    Optional<Double> goldstein,
    Status status,
    Confidence confidence,
    Optional<Participant> actor,
    Optional<Participant> recipient,
    When date,
    Where place,
    Optional<Attribution> attribution,
    Optional<Act> act,
    Optional<Amount> amount,
    Evidence evidence) {
  public Event {
    contexts = List.copyOf(contexts);
  }

  /** The dyad as codebook examples write it: {@code RUS/MIL -> UKR}. */
  public String dyad() {
    return side(actor) + " -> " + side(recipient);
  }

  private static String side(Optional<Participant> participant) {
    return participant
        .map(
            p ->
                (p.party().code().isEmpty() ? "~" : p.party().code())
                    + (p.party().sectors().isEmpty()
                        ? ""
                        : "/" + String.join("+", p.party().sectors())))
        .orElse("~");
  }
}
