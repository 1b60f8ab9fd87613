package org.demarche.coder.syntax;

import java.util.Set;

/** Verbs by who does what their infinitive or gerund says, and by whether they take objects. */
final class Control {
  /** Verbs whose object is not the subject of their infinitive: <em>promised Kyiv to send</em>. */
  static final Set<String> SUBJECT_CONTROL =
      Set.of("promise", "threaten", "vow", "pledge", "use", "spend");

  /** Verbs whose object is the subject of the gerund behind their preposition. */
  static final Set<String> OBJECT_CONTROL_GERUND =
      Set.of(
          "accuse",
          "suspect",
          "convict",
          "charge",
          "acquit",
          "prevent",
          "stop",
          "ban",
          "bar",
          "keep",
          "prohibit",
          "discourage",
          "dissuade",
          "deter",
          "restrain",
          "criticize",
          "criticise",
          "condemn",
          "blame",
          "denounce",
          "praise",
          "thank",
          "punish",
          "fine",
          "slam",
          "blast",
          "rebuke",
          "reprimand",
          "indict",
          "arrest",
          "jail",
          "sentence",
          "applaud",
          "commend",
          "sue",
          "exclude",
          "disqualify",
          "talk",
          "pressure",
          "congratulate",
          "scold",
          "chide");

  /** Governed prepositions whose object is the subject of the infinitive: <em>call on X to</em>. */
  static final Set<String> PREPOSITION_CONTROL =
      Set.of(
          "call", "appeal", "plead", "count", "rely", "depend", "prevail", "wait", "press", "push");

  /** Verbs that do not share the object of a verb coordinated behind them. */
  static final Set<String> INTRANSITIVE =
      Set.of(
          "advance",
          "agree",
          "apologize",
          "apologise",
          "appear",
          "argue",
          "arrive",
          "assemble",
          "collapse",
          "come",
          "die",
          "emerge",
          "escalate",
          "escape",
          "fall",
          "fight",
          "flee",
          "gather",
          "go",
          "intervene",
          "land",
          "march",
          "meet",
          "negotiate",
          "protest",
          "rally",
          "rebel",
          "resign",
          "respond",
          "retaliate",
          "retreat",
          "return",
          "riot",
          "rise",
          "sit",
          "speak",
          "stand",
          "surrender",
          "talk",
          "travel",
          "turn",
          "vote",
          "withdraw");

  private Control() {}
}
