package org.demarche.coder.event;

import java.util.Set;
import org.demarche.coder.syntax.Clause;

/** Words, as lemmas, that tell where an act took place. */
final class PlacingWords {
  /** Acts that take place where their object, or what their preposition governs, lies. */
  static final Set<String> DONE_TO_PLACES =
      Set.of(
          "visit",
          "enter",
          "tour",
          "reach",
          "shell",
          "shelling",
          "bomb",
          "bombing",
          "bombard",
          "bombardment",
          "raid",
          "storm",
          "storming",
          "capture",
          "seize",
          "seizure",
          "take",
          "retake",
          "recapture",
          "besiege",
          "siege",
          "encircle",
          "surround",
          "blockade",
          "occupy",
          "occupation",
          "invade",
          "invasion",
          "overrun",
          "liberate",
          "liberation",
          "loot",
          "burn",
          "strike",
          "attack",
          "assault",
          "hit",
          "pound",
          "target",
          "airstrike",
          "offensive",
          "incursion",
          "advance",
          "march",
          "push",
          "move",
          "travel",
          "trip",
          "return",
          "arrive",
          "arrival",
          "go",
          "come",
          "fly",
          "head",
          "land",
          "deploy",
          "deployment",
          "send",
          "cross",
          "infiltrate",
          "evacuate",
          "hold",
          "control",
          "defend",
          "fire",
          "launch",
          "rain",
          "drop",
          "strafe",
          "patrol",
          "fortify",
          "annex",
          "annexation",
          "quit",
          "leave",
          "withdraw",
          "withdrawal",
          "retreat",
          "pull",
          "pullout",
          "flee",
          "delivery",
          "deliver",
          "ship",
          "shipment");

  /** Of these also a whole country is the place. */
  static final Set<String> DONE_TO_COUNTRIES =
      Set.of(
          "visit",
          "enter",
          "tour",
          "invade",
          "invasion",
          "occupy",
          "occupation",
          "bomb",
          "bombing",
          "shell",
          "shelling",
          "bombard",
          "incursion",
          "travel",
          "trip",
          "arrive",
          "arrival",
          "fly",
          "deploy",
          "deployment",
          "withdraw",
          "withdrawal",
          "pull",
          "pullout",
          "go",
          "come",
          "return",
          "march",
          "infiltrate",
          "annex",
          "annexation");

  static final Set<String> TARGETS = Set.of("on", "of", "to", "into", "at", "onto", "over");
  static final Set<String> LEFT = Set.of("from", "out");

  /** Acts of words: where what they speak of took place is not where they are spoken. */
  static final Set<String> WORDS =
      Set.of("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION");

  /** Acts that a dispatch is commonly filed from, whoever takes part. */
  static final Set<String> FILED = Set.of("CONSULT", "PROTEST");

  static final Set<String> PARTIES = Set.of(Clause.SUBJECT, Clause.OBJECT);
  static final Set<String> OCCASIONS = Set.of("at", "for", "during", "in");
  static final Set<String> SIGNED =
      Set.of(
          "agreement",
          "treaty",
          "pact",
          "accord",
          "memorandum",
          "deal",
          "contract",
          "ceasefire",
          "truce",
          "declaration",
          "protocol",
          "statement",
          "communique",
          "charter",
          "convention");
  static final Set<String> COUNTERPARTS = Set.of("counterpart", "colleague", "side");
  static final Set<String> GATHERED =
      Set.of(
          "gather",
          "assemble",
          "rally",
          "march",
          "demonstrate",
          "protest",
          "mass",
          "camp",
          "shelter",
          "hide",
          "station",
          "meet",
          "congregate");
  static final Set<String> HOLDING =
      Set.of("hold", "take", "host", "stage", "convene", "schedule", "begin", "start", "organize");

  /** Acts in the field, which a dispatch filed in a capital reports from elsewhere. */
  static final Set<String> AFIELD = Set.of("ASSAULT", "MOBILIZE", "RETREAT", "AID", "COOPERATE");

  private PlacingWords() {}
}
