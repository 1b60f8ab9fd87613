package org.demarche.coder.event;

import java.util.Locale;

/**
 * Something known of a reading that bears on whether it is right. {@link ConfidenceModel} weighs
 * them; the labels are for explanations.
 */
public enum Signal {
  PARTIES_GIVEN("the parties were given"),

  // the rule
  LAST_RESORT("a rule of last resort"),
  NEAR_ONLY("a rule that fits only nearly"),
  CONTESTED("another rule for the same words gives another type"),

  // the predicate
  NOUN_PREDICATE("told by a noun"),
  SUPPORT_VERB("told by a noun behind a verb"),
  EMBEDDED("in a complement clause"),
  ASIDE("told beside the main clause"),
  ALONE("no other type in the sentence"),

  // how it is told
  NOT_FACT("not told as a fact"),
  ABOUT_AN_ACT("about another act"),
  ATTRIBUTED("told by a source"),
  MATERIAL_COOPERATION("material cooperation, seldom confused"),

  // the parties
  ACTOR_ABSENT("no actor"),
  ACTOR_WITHOUT_CODE("an actor without a code"),
  RECIPIENT_ABSENT("no recipient"),
  ROLE("a party known by its role only"),
  DISTANT("a party far from the predicate"),

  // given parties only
  DIRECT("the parties hang on the predicate"),
  REMOTE("the parties scarcely hang on the predicate"),
  CLEAR("no reading of another type comes near");

  private final String label;

  Signal(String label) {
    this.label = label;
  }

  /** For people to read. */
  public String label() {
    return label;
  }

  /** The name as the file of weights has it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
