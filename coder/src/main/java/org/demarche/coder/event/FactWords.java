package org.demarche.coder.event;

import java.util.Set;

/**
 * Words that decide whether what hangs on them is told as a fact (after FactBank, Saurí and
 * Pustejovsky 2009). Lemmas, lower case.
 */
final class FactWords {
  /** What stands under these happens as they do. */
  static final Set<String> IMPLICATIVE =
      Set.of(
          "begin",
          "start",
          "continue",
          "manage",
          "proceed",
          "go",
          "come",
          "get",
          "dare",
          "use",
          "keep",
          "resume",
          "force",
          "compel",
          "cause",
          "make",
          "lead",
          "help",
          "prompt",
          "bother",
          "rush",
          "opt",
          "choose",
          "move",
          "step",
          "join",
          "succeed",
          "serve",
          "complete",
          "finish",
          "report",
          "see",
          "find",
          "remain",
          "appear",
          "seem",
          "tend",
          "combine",
          "conspire",
          "act",
          "work");

  static final Set<String> DENYING =
      Set.of(
          "fail",
          "refuse",
          "decline",
          "neglect",
          "forget",
          "deny",
          "avoid",
          "hesitate",
          "cease",
          "stop");

  static final Set<String> DEMANDING =
      Set.of(
          "ask",
          "urge",
          "order",
          "tell",
          "demand",
          "call",
          "appeal",
          "request",
          "press",
          "require",
          "need",
          "instruct",
          "direct",
          "want",
          "invite",
          "encourage",
          "advise",
          "beg",
          "implore",
          "insist",
          "propose",
          "recommend",
          "suggest",
          "have");

  /** What these open the way to need not have happened. */
  static final Set<String> PERMITTING =
      Set.of("allow", "enable", "let", "permit", "authorize", "authorise", "entitle", "empower");

  static final Set<String> THREATENING = Set.of("threaten", "vow");

  static final Set<String> SUPPOSING =
      Set.of(
          "hope",
          "expect",
          "believe",
          "think",
          "fear",
          "wish",
          "suspect",
          "doubt",
          "imagine",
          "suppose",
          "assume",
          "consider",
          "worry",
          "predict",
          "speculate",
          "suggest",
          "propose",
          "demand",
          "insist",
          "ask",
          "claim",
          "pretend");

  /** A <em>that</em> clause on these is talked about, not told. */
  static final Set<String> RUMOURS =
      Set.of(
          "rumour",
          "rumor",
          "myth",
          "idea",
          "notion",
          "fear",
          "hope",
          "possibility",
          "chance",
          "risk",
          "danger",
          "speculation",
          "suggestion",
          "hypothesis",
          "prospect",
          "doubt",
          "illusion",
          "likelihood",
          "theory",
          "belief",
          "dream",
          "lie",
          "hoax");

  /** <em>The invasion is the subject of a study</em>. */
  static final Set<String> SUBJECTS = Set.of("subject", "theme", "topic", "focus");

  /** <em>Exports to India rose</em>: figures, not acts. */
  static final Set<String> TRADE =
      Set.of("export", "import", "sale", "trade", "purchase", "investment", "shipment", "delivery");

  static final Set<String> MEASURING =
      Set.of(
          "rise",
          "fall",
          "grow",
          "increase",
          "decrease",
          "decline",
          "drop",
          "double",
          "triple",
          "soar",
          "surge",
          "jump",
          "climb",
          "shrink",
          "slump",
          "plunge",
          "total",
          "amount",
          "average",
          "reach",
          "account",
          "make",
          "exceed",
          "stand");

  /** What these make possible need not be done. */
  static final Set<String> ENABLING =
      Set.of("allow", "enable", "let", "permit", "empower", "entitle", "authorize", "authorise");

  static final Set<String> UNBELIEVED =
      Set.of(
          "false",
          "untrue",
          "wrong",
          "unlikely",
          "improbable",
          "impossible",
          "possible",
          "conceivable",
          "inconceivable",
          "unthinkable",
          "doubtful",
          "questionable",
          "unclear",
          "uncertain");

  /** A <em>that</em> clause on these is untold where somebody dismisses them. */
  static final Set<String> CLAIMS =
      Set.of(
          "claim",
          "report",
          "allegation",
          "accusation",
          "charge",
          "assertion",
          "insinuation",
          "assumption",
          "account",
          "story");

  static final Set<String> DISMISSING =
      Set.of(
          "deny",
          "reject",
          "dismiss",
          "refute",
          "rebut",
          "discount",
          "disavow",
          "debunk",
          "disprove",
          "contradict",
          "repudiate",
          "ridicule",
          "rubbish");

  static final Set<String> BELIEVED =
      Set.of("true", "clear", "certain", "sure", "correct", "likely", "known", "proven");

  static final Set<String> ALLEGING =
      Set.of("accuse", "suspect", "charge", "acquit", "deny", "allege");

  /** Who blocks a road to protest protests. */
  static final Set<String> PROTESTING = Set.of("protest", "demonstrate", "picket");

  /** Talks that do this hold no more. */
  static final Set<String> COLLAPSING = Set.of("break", "collapse", "founder", "unravel");

  /** A clause on these is what somebody is charged with. */
  static final Set<String> CHARGES =
      Set.of("charge", "accusation", "allegation", "suspicion", "claim", "complaint", "denial");

  /** What a parliament votes to do is thereby done. */
  static final Set<String> ENACTED =
      Set.of(
          "approve",
          "ratify",
          "adopt",
          "pass",
          "endorse",
          "back",
          "reject",
          "condemn",
          "ban",
          "outlaw",
          "impose",
          "lift",
          "extend",
          "suspend",
          "recognise",
          "recognize",
          "impeach",
          "censure",
          "oust",
          "remove",
          "expel",
          "admit",
          "repeal",
          "scrap",
          "confirm");

  /** Nouns hanging on these are talked about, not told. */
  static final Set<String> TALKING =
      Set.of(
          "discuss",
          "consider",
          "propose",
          "plan",
          "suggest",
          "mention",
          "raise",
          "debate",
          "seek",
          "want",
          "need",
          "avoid",
          "prevent",
          "fear",
          "demand",
          "request",
          "oppose",
          "reject",
          "refuse",
          "threaten",
          "offer",
          "promise",
          "urge",
          "contemplate",
          "study",
          "expect",
          "predict",
          "favor",
          "favour",
          "advocate",
          "require",
          "imply",
          "deter",
          "risk",
          "postpone",
          "cancel",
          "call",
          "rule",
          "deny",
          "forbid",
          "ban",
          "prohibit",
          "authorize",
          "approve",
          "allow",
          "entail",
          "include",
          "increase",
          "pursue",
          "become",
          "be",
          "have",
          "hinder",
          "eliminate",
          "help",
          "develop",
          "resist",
          "warn");

  static final Set<String> TALKING_NOUNS =
      Set.of(
          "possibility",
          "issue",
          "importance",
          "question",
          "prospect",
          "idea",
          "plan",
          "proposal",
          "threat",
          "risk",
          "fear",
          "need",
          "call",
          "demand",
          "request",
          "possible",
          "potential",
          "goal",
          "aim",
          "right",
          "topic",
          "case",
          "way",
          "ability",
          "threshold",
          "law",
          "role",
          "program",
          "programme",
          "mechanism",
          "field",
          "area",
          "sphere",
          "history",
          "concept",
          "policy",
          "strategy",
          "prevention",
          "danger",
          "offer",
          "absence",
          "lack",
          "purpose",
          "likelihood",
          "chance",
          "accusation",
          "allegation",
          "resolution",
          "bill",
          "draft");

  static final Set<String> UNREAL =
      Set.of(
          "possible",
          "potential",
          "proposed",
          "planned",
          "future",
          "further",
          "alleged",
          "likely",
          "upcoming",
          "new",
          "any",
          "hypothetical",
          "eventual",
          "feared",
          "expected",
          "suspected",
          "supposed",
          "would",
          "impending",
          "imminent",
          "forthcoming");

  private FactWords() {}
}
