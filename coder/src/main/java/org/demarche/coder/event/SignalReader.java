package org.demarche.coder.event;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.event.EventBuilder.Input;
import org.demarche.coder.event.Typing.Typed;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;

/** Sees what bears on whether an event is right. */
final class SignalReader {
  /** The specificity of a frame that asks for a noun or more, as {@link Match} counts. */
  private static final int SPECIFIC = 6;

  /** Tokens; half of all news sentences are shorter. */
  private static final int LONG = 28;

  private static final int VERY_LONG = 42;

  private static final int CROWD = 3;

  private final Clauses clauses;
  private final CodebookReading reading;

  SignalReader(Input input) {
    this.clauses = input.clauses();
    this.reading = input.reading();
  }

  Set<Signal> of(Match match, Typed typed, Dyad dyad) {
    Set<Signal> seen = EnumSet.noneOf(Signal.class);
    rule(match, seen);
    predicate(match, seen);
    telling(match, typed, seen);
    sentence(match, seen);
    party(
        dyad.actor(), Signal.ACTOR_ABSENT, Signal.ACTOR_WITHOUT_CODE, Signal.ACTOR_NOT_NAMED, seen);
    party(
        dyad.recipient(),
        Signal.RECIPIENT_ABSENT,
        Signal.RECIPIENT_WITHOUT_CODE,
        Signal.RECIPIENT_NOT_NAMED,
        seen);
    return seen;
  }

  private void rule(Match match, Set<Signal> seen) {
    when(match.rule().lastResort(), Signal.LAST_RESORT, seen);
    when(match.specificity() <= 0, Signal.BARE_FRAME, seen);
    when(match.specificity() >= SPECIFIC, Signal.SPECIFIC_FRAME, seen);
    when(reading.contested(match), Signal.CONTESTED, seen);
  }

  private void predicate(Match match, Set<Signal> seen) {
    boolean supported = match.carrier().head() != match.clause().head();
    boolean noun = match.clause().kind() == Clause.Kind.NOUN;
    when(supported, Signal.SUPPORT_VERB, seen);
    when(noun && !supported, Signal.NOUN_PREDICATE, seen);
    switch (match.carrier().link().tie()) {
      case COMPLEMENT -> seen.add(Signal.EMBEDDED);
      case ADVERBIAL, PARTICIPIAL, RELATIVE, PURPOSE, CONDITION -> seen.add(Signal.ASIDE);
      default -> {
        // in the main clause
      }
    }
  }

  private void telling(Match match, Typed typed, Set<Signal> seen) {
    boolean shifted = !typed.type().equals(match.rule().type());
    when(!typed.status().isFact(), Signal.NOT_FACT, seen);
    when(shifted, Signal.SHIFTED, seen);
    when(typed.act().isPresent() && !shifted, Signal.ABOUT_AN_ACT, seen);
  }

  private void sentence(Match match, Set<Signal> seen) {
    when(clauses.size() >= LONG, Signal.LONG_SENTENCE, seen);
    when(clauses.size() >= VERY_LONG, Signal.VERY_LONG_SENTENCE, seen);
    when(clauses.mended(), Signal.MENDED_TREE, seen);
    long others =
        clauses.all().stream()
            .flatMap(c -> reading.match(c.head()).stream())
            .map(m -> m.rule().type())
            .filter(type -> !type.equals(match.rule().type()))
            .distinct()
            .count();
    when(others == 0, Signal.ALONE, seen);
    when(others >= CROWD, Signal.CROWDED, seen);
  }

  private void party(
      Optional<Participant> end, Signal absent, Signal unknown, Signal described, Set<Signal> to) {
    when(end.isEmpty(), absent, to);
    end.ifPresent(
        p -> {
          when(p.party().code().isEmpty(), unknown, to);
          when(p.text().chars().noneMatch(Character::isUpperCase), described, to);
        });
  }

  private static void when(boolean holds, Signal signal, Set<Signal> seen) {
    if (holds) {
      seen.add(signal);
    }
  }
}
