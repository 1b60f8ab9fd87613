package org.demarche.coder.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.coder.actor.Party;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.event.EventBuilder.Input;
import org.demarche.coder.event.Typing.Typed;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.text.CharSpan;

/** Sees what bears on whether an event is right. */
final class SignalReader {
  /** Characters between a party and the predicate. */
  private static final int FAR = 60;

  private static final int MATERIAL_COOPERATION = 2;

  private final Clauses clauses;
  private final CodebookReading reading;
  private final Ontology ontology;

  SignalReader(Input input, Ontology ontology) {
    this.ontology = ontology;
    this.clauses = input.clauses();
    this.reading = input.reading();
  }

  /**
   * @param predicate the predicate's place, in characters of the article's text
   */
  Set<Signal> of(Match match, Typed typed, Dyad dyad, CharSpan predicate) {
    Set<Signal> seen = EnumSet.noneOf(Signal.class);
    predicate(match, seen);
    telling(match, typed, seen);
    parties(dyad, predicate, seen);
    return seen;
  }

  private void predicate(Match match, Set<Signal> seen) {
    boolean supported = match.carrier().head() != match.clause().head();
    boolean noun = match.clause().kind() == Clause.Kind.NOUN;
    when(match.rule().lastResort(), Signal.LAST_RESORT, seen);
    when(reading.contested(match), Signal.CONTESTED, seen);
    when(supported, Signal.SUPPORT_VERB, seen);
    when(noun && !supported, Signal.NOUN_PREDICATE, seen);
    switch (match.carrier().link().tie()) {
      case COMPLEMENT -> seen.add(Signal.EMBEDDED);
      case ADVERBIAL, PARTICIPIAL, RELATIVE, PURPOSE, CONDITION -> seen.add(Signal.ASIDE);
      default -> {
        // in the main clause
      }
    }
    boolean alone =
        clauses.all().stream()
            .flatMap(c -> reading.match(c.head()).stream())
            .allMatch(m -> m.rule().type().equals(match.rule().type()));
    when(alone, Signal.ALONE, seen);
  }

  private void telling(Match match, Typed typed, Set<Signal> seen) {
    boolean shifted = !typed.type().equals(match.rule().type());
    boolean cooperation = ontology.quad(typed.type()).equals(OptionalInt.of(MATERIAL_COOPERATION));
    when(!typed.status().isFact(), Signal.NOT_FACT, seen);
    when(typed.act().isPresent() && !shifted, Signal.ABOUT_AN_ACT, seen);
    when(cooperation, Signal.MATERIAL_COOPERATION, seen);
  }

  private static void parties(Dyad dyad, CharSpan predicate, Set<Signal> seen) {
    when(dyad.actor().isEmpty(), Signal.ACTOR_ABSENT, seen);
    when(dyad.recipient().isEmpty(), Signal.RECIPIENT_ABSENT, seen);
    boolean known = dyad.actor().map(a -> !a.party().code().isEmpty()).orElse(true);
    when(!known, Signal.ACTOR_WITHOUT_CODE, seen);
    for (Optional<Participant> end : List.of(dyad.actor(), dyad.recipient())) {
      end.ifPresent(
          p -> {
            int distance = Math.abs(p.span().start() - predicate.start());
            when(p.party().kind() == Party.Kind.ROLE, Signal.ROLE, seen);
            when(distance > FAR, Signal.DISTANT, seen);
          });
    }
  }

  private static void when(boolean holds, Signal signal, Set<Signal> seen) {
    if (holds) {
      seen.add(signal);
    }
  }
}
