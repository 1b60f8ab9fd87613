package org.demarche.coder.event;

import java.util.Optional;
import java.util.Set;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.Complement;
import org.demarche.coder.syntax.Clause.ComplementKind;
import org.demarche.coder.syntax.Clause.Form;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.Clause.Tie;
import org.demarche.coder.syntax.Clauses;

/**
 * Tells facts from plans, conditions, denials and demands (after FactBank, Saurí and Pustejovsky
 * 2009).
 */
final class StandingReader {
  private final Clauses clauses;
  private final Codebook codebook;
  private final Background background;

  StandingReader(Clauses clauses, Codebook codebook, Background background) {
    this.clauses = clauses;
    this.codebook = codebook;
    this.background = background;
  }

  /** How the act of a clause stands. */
  Standing of(Clause clause) {
    Standing standing = of(clause, 0);
    return background.depicted(clause) ? standing.untold("told of in a work") : standing;
  }

  private Standing of(Clause clause, int depth) {
    if (depth > 8) {
      return Standing.told(Status.HAPPENED, "deeply embedded");
    }
    if (clause.kind() == Kind.NOUN && clause.link().tie() == Tie.NOMINAL) {
      return nominal(clause, depth);
    }
    Standing own = own(clause);
    if (asked(clause)) {
      return own.untold("a question");
    }
    if (asksHow(clause)) {
      return own.untold("an open question");
    }
    if (charged(clause)) {
      return own.untold("only alleged: " + clauses.lemma(clauses.governor(clause.head())));
    }
    if (clause.modals().contains("would") && clause.form() == Form.PERFECT) {
      return own.untold("did not happen: 'would have'");
    }
    if (rumoured(clause)) {
      return own.untold("only supposed: " + clauses.lemma(clauses.governor(clause.head())));
    }
    Optional<Clause> parent = clause.link().parent().flatMap(clauses::clause);
    return switch (clause.link().tie()) {
      case COMPLEMENT -> parent.map(p -> complement(clause, own, p, depth)).orElse(own);
      case CONJUNCT -> parent.map(p -> conjunct(clause, own, p, depth)).orElse(own);
      case PURPOSE ->
          parent.isPresent() && FactWords.PROTESTING.contains(clause.lemma())
              ? inherit(own, of(parent.get(), depth + 1))
              : purpose(own, parent);
      case CONDITION -> own.untold("stands under a condition");
      case ADVERBIAL, RELATIVE, PARTICIPIAL, ROOT, NOMINAL ->
          clause.form() == Form.INFINITIVE
              ? new Standing(Status.PLANNED, own.negated(), true, false, "still to come")
              : own;
    };
  }

  /** <em>Did Iran attack? Which president signed?</em> But what hangs on a question is told. */
  private boolean asked(Clause clause) {
    int last = clauses.size() - 1;
    if (last < 0 || !clauses.form(last).equals("?")) {
      return false;
    }
    boolean which =
        clause
            .slot(Clause.SUBJECT)
            .flatMap(s -> clauses.phrase(s).stream())
            .anyMatch(p -> Set.of("which", "what", "whose").contains(p.determiner()));
    return which
        || Set.of(Tie.ROOT, Tie.COMPLEMENT, Tie.CONJUNCT, Tie.CONDITION, Tie.PURPOSE)
            .contains(clause.link().tie());
  }

  /**
   * <em>The rumour that</em>; <em>reports that … are wrong</em>; <em>dismissed claims that</em>.
   */
  private boolean rumoured(Clause clause) {
    int governor = clauses.governor(clause.head());
    if (governor < 0
        || !clauses.isNoun(governor)
        || governor + 1 >= clauses.size()
        || !clauses.form(governor + 1).equals("that")) {
      return false;
    }
    return FactWords.RUMOURS.contains(clauses.lemma(governor))
        || dismissed(governor)
        || clauses.all().stream()
            .anyMatch(
                c ->
                    c.kind() == Kind.ADJECTIVE
                        && c.slot(Clause.SUBJECT).anyMatch(s -> s == governor)
                        && disbelieves(c, c.negated()));
  }

  /** <em>Talks on how to revive the treaty</em>. */
  private boolean asksHow(Clause clause) {
    int before = clause.head() - 2;
    return clause.form() == Form.INFINITIVE
        && before >= 0
        && clauses.form(before + 1).equals("to")
        && Set.of("how", "whether", "when", "where").contains(clauses.lemma(before));
  }

  /** <em>On charges that he tortured prisoners, on suspicion of passing secrets</em>. */
  private boolean charged(Clause clause) {
    int governor = clauses.governor(clause.head());
    return governor >= 0
        && governor < clause.head()
        && clauses.isNoun(governor)
        && clause.link().tie() != Tie.PURPOSE
        && clause.form() != Form.INFINITIVE
        && FactWords.CHARGES.contains(clauses.lemma(governor))
        && Set.of("that", "of").contains(clauses.form(governor + 1));
  }

  /** <em>Rejected claims that</em>: what is said to be untrue. */
  private boolean dismissed(int noun) {
    return FactWords.CLAIMS.contains(clauses.lemma(noun))
        && clauses.all().stream()
            .filter(c -> FactWords.DISMISSING.contains(c.lemma()) && !c.negated())
            .anyMatch(c -> c.slot(Clause.OBJECT).anyMatch(o -> o == noun));
  }

  private Standing own(Clause clause) {
    boolean negated = clause.negated();
    for (String modal : clause.modals()) {
      if (modal.equals("will")) {
        return new Standing(
            hasCondition(clause) ? Status.CONDITIONAL : Status.PLANNED,
            negated,
            true,
            true,
            "'will'");
      }
      if (modal.equals("would")) {
        return new Standing(
            hasCondition(clause) || !reported(clause) ? Status.CONDITIONAL : Status.PLANNED,
            negated,
            true,
            true,
            "'would'");
      }
      if (Set.of("may", "might", "could", "can").contains(modal)) {
        return new Standing(
            Status.CONDITIONAL,
            negated,
            modal.equals("can") || modal.equals("could"),
            true,
            "'" + modal + "'");
      }
      return new Standing(Status.DEMANDED, negated, false, true, "'" + modal + "'");
    }
    if (clause.form() == Form.PROGRESSIVE) {
      return new Standing(Status.ONGOING, negated, false, true, "progressive");
    }
    return new Standing(
        Status.HAPPENED, negated, false, true, negated ? "negated" : "told as a fact");
  }

  private boolean reported(Clause clause) {
    return clause.link().tie() == Tie.COMPLEMENT
        && clause.link().parent().map(p -> codebook.isSpeech(clauses.lemma(p))).orElse(false);
  }

  private boolean hasCondition(Clause clause) {
    return clauses.all().stream()
        .anyMatch(
            c ->
                c.link().tie() == Tie.CONDITION
                    && c.link().parent().map(p -> p == clause.head()).orElse(false));
  }

  private Standing complement(Clause clause, Standing own, Clause parent, int depth) {
    ComplementKind kind =
        parent.complements().stream()
            .filter(c -> c.head() == clause.head())
            .map(Complement::kind)
            .findFirst()
            .orElse(
                clause.form() == Form.INFINITIVE ? ComplementKind.INFINITIVE : ComplementKind.THAT);
    String lemma = parent.lemma();
    int governor = clauses.governor(clause.head());
    if (governor >= 0
        && kind != ComplementKind.THAT
        && clauses.isNoun(governor)
        && FactWords.TALKING_NOUNS.contains(clauses.lemma(governor))) {
      return own.untold("only talked about: " + clauses.lemma(governor));
    }
    if (FactWords.ENABLING.contains(lemma)
        && parent.form() == Form.PRESENT
        && clause.form() == Form.INFINITIVE) {
      return own.untold("only made possible");
    }
    if (clause.form() == Form.GERUND && FactWords.TALKING.contains(lemma)) {
      return own.untold("only talked about: " + lemma);
    }
    return switch (kind) {
      case THAT -> {
        if (Set.of("whether", "if").contains(clause.link().mark())) {
          yield own.untold("an open question");
        }
        if (disbelieved(parent)) {
          yield own.untold("called untrue or unlikely");
        }
        if (FactWords.ALLEGING.contains(lemma)) {
          yield own.untold("only alleged or denied");
        }
        yield FactWords.SUPPOSING.contains(lemma) ? own.untold("only supposed: " + lemma) : own;
      }
      case GERUND ->
          FactWords.ALLEGING.contains(lemma) || FactWords.TALKING.contains(lemma)
              ? own.untold("only talked about: " + lemma)
              : parent.negated()
                      || Set.of("without", "against", "from", "instead")
                          .contains(clause.link().mark())
                  ? own.untold("not done: " + clause.link().mark())
                  : inherit(own, of(parent, depth + 1));
      case INFINITIVE -> infinitive(own, parent, clause.lemma(), lemma, depth);
    };
  }

  /** <em>It is false, it is not true, it is unlikely that</em>. */
  private boolean disbelieved(Clause parent) {
    if (parent.lemma().equals("be")
        && parent.slot("as").anyMatch(s -> FactWords.RUMOURS.contains(clauses.lemma(s)))) {
      return true;
    }
    return clauses.all().stream()
        .filter(c -> c.kind() == Clause.Kind.ADJECTIVE)
        .filter(c -> c.head() == parent.head() || clauses.governor(c.head()) == parent.head())
        .anyMatch(c -> disbelieves(c, c.negated() || parent.negated()));
  }

  private static boolean disbelieves(Clause adjective, boolean negated) {
    return negated
        ? FactWords.BELIEVED.contains(adjective.lemma())
        : FactWords.UNBELIEVED.contains(adjective.lemma());
  }

  private Standing infinitive(
      Standing own, Clause parent, String enacted, String lemma, int depth) {
    Standing above = of(parent, depth + 1);
    boolean voted = lemma.equals("vote") && FactWords.ENACTED.contains(enacted);
    if (FactWords.IMPLICATIVE.contains(lemma) || voted) {
      return inherit(own, above);
    }
    if (FactWords.PERMITTING.contains(lemma)) {
      return own.untold("only made possible: " + lemma);
    }
    if (FactWords.DENYING.contains(lemma)) {
      boolean meant = !Set.of("fail", "forget", "neglect").contains(lemma);
      return new Standing(Status.DENIED, !above.negated(), meant, above.told(), lemma + " to");
    }
    if (FactWords.DEMANDING.contains(lemma)) {
      return new Standing(Status.DEMANDED, own.negated(), false, above.told(), lemma + " to");
    }
    if (FactWords.THREATENING.contains(lemma)) {
      return new Standing(Status.THREATENED, own.negated(), false, above.told(), lemma + " to");
    }
    boolean negated = own.negated() != above.negated();
    return new Standing(Status.PLANNED, negated, true, above.told(), lemma + " to");
  }

  private static Standing inherit(Standing own, Standing above) {
    Status status = own.status() == Status.HAPPENED ? above.status() : own.status();
    return new Standing(
        status,
        own.negated() != above.negated(),
        own.intention() || above.intention(),
        above.told(),
        above.why());
  }

  private Standing conjunct(Clause clause, Standing own, Clause head, int depth) {
    boolean bare =
        clause.form() == Form.INFINITIVE
            || clause.form() == Form.GERUND
            || clause.form() == Form.PARTICIPLE;
    if (bare && head.form() == clause.form() && clause.modals().isEmpty()) {
      return of(head, depth + 1);
    }
    if (head.link().tie() == Tie.CONDITION || (head.link().tie() == Tie.COMPLEMENT && own.told())) {
      Standing above = of(head, depth + 1);
      return above.told() ? own : own.untold(above.why());
    }
    return own;
  }

  private static Standing purpose(Standing own, Optional<Clause> parent) {
    boolean complement =
        parent.isPresent()
            && (FactWords.DEMANDING.contains(parent.get().lemma())
                || Set.of(
                        "plan",
                        "decision",
                        "agreement",
                        "intention",
                        "promise",
                        "pledge",
                        "vow",
                        "set")
                    .contains(parent.get().lemma()));
    Standing planned = new Standing(Status.PLANNED, own.negated(), true, true, "an aim");
    return complement ? planned.untold("only planned or asked for") : planned.untold("a purpose");
  }

  private Standing nominal(Clause noun, int depth) {
    boolean negated = noun.negated();
    for (Clause.Argument a : noun.arguments()) {
      if (a.slot().equals(Clause.POSSESSOR) && FactWords.UNREAL.contains(clauses.lemma(a.head()))) {
        return Standing.told(Status.PLANNED, clauses.lemma(a.head()))
            .untold("only " + clauses.lemma(a.head()));
      }
    }
    // "an attack by Iran is possible"
    Optional<Clause> unreal =
        clauses.all().stream()
            .filter(c -> c.kind() == Kind.ADJECTIVE && FactWords.UNREAL.contains(c.lemma()))
            .filter(c -> c.slot(Clause.SUBJECT).anyMatch(s -> s == noun.head()))
            .findFirst();
    if (unreal.isPresent()) {
      return Standing.told(Status.PLANNED, unreal.get().lemma())
          .untold("only " + unreal.get().lemma());
    }
    if (clauses.phrase(noun.head()).filter(p -> p.determiner().equals("any")).isPresent()
        || negated) {
      return Standing.told(Status.DENIED, "no").untold("none happened");
    }
    int governor = clauses.governor(noun.head());
    if (governor >= 0
        && clauses.isNoun(governor)
        && FactWords.TALKING_NOUNS.contains(clauses.lemma(governor))) {
      return Standing.told(Status.PLANNED, "")
          .untold("only talked about: " + clauses.lemma(governor));
    }
    Optional<Clause> parent = noun.link().parent().flatMap(clauses::clause);
    if (parent.isEmpty()) {
      return Standing.told(Status.HAPPENED, "named as a fact");
    }
    Clause above = parent.get();
    if (above.kind() == Kind.NOUN) {
      Standing outer = of(above, depth + 1);
      return outer.told() ? Standing.told(Status.HAPPENED, "named as a fact") : outer;
    }
    Standing outer = of(above, depth + 1);
    if (FactWords.COLLAPSING.contains(above.lemma())
        && above.slot(Clause.SUBJECT).anyMatch(s -> s == noun.head())
        && above.kind() == Kind.VERB) {
      return Standing.told(Status.HAPPENED, "").untold("came to nothing: " + above.lemma());
    }
    boolean argument =
        above
                .slot(Clause.OBJECT)
                .anyMatch(o -> o == noun.head() || clauses.conjunctOf(noun.head(), o))
            || Set.of("for", "of", "about", "against", "from", "to", "on")
                .contains(noun.link().mark());
    if (argument && FactWords.TALKING.contains(above.lemma())) {
      return Standing.told(Status.PLANNED, "").untold("only talked about: " + above.lemma());
    }
    if (above.lemma().equals("be")
        && above.slot("as").anyMatch(s -> FactWords.SUBJECTS.contains(clauses.lemma(s)))) {
      return Standing.told(Status.HAPPENED, "").untold("only the subject of something");
    }
    if (FactWords.TRADE.contains(clauses.lemma(noun.head()))
        && FactWords.MEASURING.contains(above.lemma())
        && above.slot(Clause.SUBJECT).anyMatch(s -> s == noun.head())) {
      return Standing.told(Status.HAPPENED, "").untold("only a figure");
    }
    boolean background =
        Set.of("after", "since", "during", "following", "amid", "despite", "because", "at", "over")
            .contains(noun.link().mark());
    if (background) {
      return Standing.told(Status.HAPPENED, "background: " + noun.link().mark());
    }
    if (!outer.told() || outer.negated() || !outer.status().isFact()) {
      return outer.untold(outer.why());
    }
    return Standing.told(Status.HAPPENED, "named as a fact");
  }
}
