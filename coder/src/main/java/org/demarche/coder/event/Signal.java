package org.demarche.coder.event;

import java.util.Locale;

/**
 * Something known of a reading that bears on whether it is right. {@link ConfidenceModel} weighs
 * them; the labels are for explanations.
 */
public enum Signal {
  // the task
  PARTIES_GIVEN("the parties were given"),

  // the rule
  LAST_RESORT("a rule of last resort"),
  NEAR_ONLY("a rule that fits only nearly"),
  BARE_FRAME("the frame asks for nothing but the predicate"),
  SPECIFIC_FRAME("a frame that asks for much"),
  CONTESTED("another rule for the same words gives another type"),

  // the predicate
  NOUN_PREDICATE("told by a noun"),
  SUPPORT_VERB("told by a noun behind a verb"),
  EMBEDDED("in a complement clause"),
  ASIDE("told beside the main clause"),

  // how it is told
  NOT_FACT("not told as a fact"),
  SHIFTED("a plan or refusal made it another type"),
  ABOUT_AN_ACT("about another act"),
  ATTRIBUTED("told by a source"),

  // the sentence
  LONG_SENTENCE("a long sentence"),
  VERY_LONG_SENTENCE("a very long sentence"),
  MENDED_TREE("the parse was mended"),
  ALONE("no other type in the sentence"),
  CROWDED("several other types in the sentence"),

  // the parties
  ACTOR_ABSENT("no actor"),
  ACTOR_WITHOUT_CODE("an actor without a code"),
  ACTOR_NOT_NAMED("an actor not named but described"),
  RECIPIENT_ABSENT("no recipient"),
  RECIPIENT_WITHOUT_CODE("a recipient without a code"),
  RECIPIENT_NOT_NAMED("a recipient not named but described"),

  // given parties only
  DIRECT("the parties hang on the predicate"),
  REMOTE("the parties stand far from the predicate"),
  RIVAL("another reading of another type is nearly as direct"),
  CLEAR("every other reading is far less direct, or of the same type");

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
