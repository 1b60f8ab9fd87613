package org.demarche.coder.place;

import java.util.Set;
import org.demarche.coder.text.CharSpan;

/**
 * A place that a sentence names as a place: behind a preposition, as the object of an act, or as
 * the first part of <em>the Geneva talks</em>.
 *
 * @param anchor token index of the head of the whole phrase: <em>town</em> in <em>the border town
 *     of X</em>
 * @param preposition what governs the phrase, lower case; empty where nothing does
 * @param within whether the phrase is headed by another noun: <em>Kabul airport</em>
 * @param span the phrase, in characters of the article's text
 * @param text the characters there
 * @param how how it was found which place is meant
 */
public record PlaceMention(
    int anchor,
    String preposition,
    boolean within,
    CharSpan span,
    String text,
    Place place,
    String how) {
  private static final Set<String> LOCATIVE =
      Set.of(
          "in",
          "at",
          "near",
          "outside",
          "inside",
          "around",
          "off",
          "across",
          "throughout",
          "within",
          "along",
          "over",
          "above",
          "beside",
          "amid",
          "beyond",
          "on",
          "into");

  /** Prepositions before a town or country that say more often whom than where. */
  private static final Set<String> OFTEN_TARGETS = Set.of("at", "on", "over", "into");

  /** Whether the preposition says where, whatever the act is. */
  public boolean isLocative() {
    return LOCATIVE.contains(preposition) && (within || !OFTEN_TARGETS.contains(preposition));
  }
}
