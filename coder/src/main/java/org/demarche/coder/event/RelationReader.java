package org.demarche.coder.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.event.EventBuilder.Input;
import org.demarche.coder.event.Typing.Typed;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;

/** Finds the predicate that ties two given parties most directly. */
final class RelationReader {
  private static final int DIRECT = 8;
  private static final int COREFERENT = 7;
  private static final int NESTED = 6;
  private static final int WITHIN = 3;
  private static final int SENTENCE = 1;

  private static final int EMBEDDED = 45;
  private static final int UNTOLD = 50;
  private static final int ASIDE = 40;
  private static final int DENIED = 10;

  /** A rule that only comes near counts where what the others read scarcely touches the parties. */
  private static final int NEAREST = 120;

  /** Prepositions that set a gerund beside its verb. */
  private static final Set<String> BESIDE =
      Set.of(
          "after", "before", "since", "despite", "without", "by", "upon", "following", "instead");

  /** How much more direct one reading is than another, for {@link Signal#CLEAR}. */
  private static final int CLEARLY = 60;

  private final Input input;
  private final Clauses clauses;
  private final GivenParties given;
  private final StandingReader standings;
  private final Typing typing;
  private final Dyads dyads;
  private final Assembly assembly;

  RelationReader(
      Input input,
      GivenParties given,
      StandingReader standings,
      Typing typing,
      Dyads dyads,
      Assembly assembly) {
    this.input = input;
    this.clauses = input.clauses();
    this.given = given;
    this.standings = standings;
    this.typing = typing;
    this.dyads = dyads;
    this.assembly = assembly;
  }

  private record Candidate(Match match, Typed typed, int score, boolean near) {}

  Optional<Relation> best() {
    List<Match> matches =
        clauses.all().stream().flatMap(c -> input.reading().match(c.head()).stream()).toList();
    List<Candidate> candidates =
        new ArrayList<>(matches.stream().flatMap(m -> candidate(m, matches).stream()).toList());
    List<Match> near =
        clauses.all().stream()
            .filter(c -> input.reading().match(c.head()).isEmpty())
            .flatMap(c -> input.reading().nearest(c.head()).stream())
            .toList();
    List<Match> both = Stream.concat(matches.stream(), near.stream()).toList();
    near.stream()
        .flatMap(m -> candidate(m, both).stream())
        .map(c -> new Candidate(c.match(), c.typed(), c.score() - NEAREST, true))
        .forEach(candidates::add);
    return candidates.stream()
        .max(Comparator.comparingInt(Candidate::score))
        .map(c -> new Relation(event(c, candidates), c.score()));
  }

  private Event event(Candidate chosen, List<Candidate> all) {
    return assembly.event(
        chosen.match(),
        chosen.typed(),
        new Dyad(
            Optional.of(participant(given.actor(), given.actorTokens())),
            Optional.of(participant(given.recipient(), given.recipientTokens()))),
        signals(chosen, all));
  }

  private static Set<Signal> signals(Candidate chosen, List<Candidate> all) {
    Set<Signal> seen = EnumSet.of(Signal.PARTIES_GIVEN);
    if (chosen.near()) {
      seen.add(Signal.NEAR_ONLY);
    }
    if (chosen.score() >= 10 * (DIRECT + NESTED)) {
      seen.add(Signal.DIRECT);
    } else if (chosen.score() < 10 * (NESTED + WITHIN)) {
      seen.add(Signal.REMOTE);
    }
    int next =
        all.stream()
            .filter(c -> !c.typed().type().equals(chosen.typed().type()))
            .mapToInt(Candidate::score)
            .max()
            .orElse(chosen.score() - CLEARLY);
    if (chosen.score() - next >= CLEARLY) {
      seen.add(Signal.CLEAR);
    }
    return seen;
  }

  private Participant participant(org.demarche.coder.text.CharSpan span, Set<Integer> tokens) {
    Optional<Mention> mention =
        tokens.stream()
            .sorted()
            .flatMap(t -> input.actors().at(t).stream())
            .filter(m -> !m.parties().isEmpty())
            .findFirst();
    String text = span.of(input.text());
    return new Participant(
        text,
        span,
        mention
            .map(m -> m.parties().get(0))
            .orElse(new Party("", List.of(), text, Party.Kind.NAME)),
        mention.map(m -> m.resolution().how()).orElse("given"));
  }

  private Optional<Candidate> candidate(Match match, List<Match> all) {
    Standing standing = standing(match.carrier());
    Optional<Typed> typed =
        typing.of(match, standing).or(() -> typing.of(match, Standing.told(Status.HAPPENED, "")));
    int doer = doer(match);
    int other = other(match);
    int score = 10 * (doer + other) + match.specificity();
    if (match.rule().between() != Rule.Between.NO) {
      int swapped = 10 * (swappedDoer(match) + swappedOther(match)) + match.specificity() - 5;
      score = Math.max(score, swapped);
    }
    boolean embedded =
        all.stream()
            .anyMatch(
                m ->
                    m.act().isPresent()
                        && m.carrier().head() != match.carrier().head()
                        && clauses.under(match.carrier().head(), m.act().get()));
    score -= embedded ? EMBEDDED : 0;
    score -= standing.told() ? 0 : UNTOLD;
    score -= typing.of(match, standing).isEmpty() ? DENIED : 0;
    score -= aside(match.carrier()) ? ASIDE : 0;
    int total = score;
    return typed.map(t -> new Candidate(match, t, total, false));
  }

  /** A purpose that an act of the past served counts as carried out: <em>sent jets to bomb</em>. */
  private Standing standing(Clause clause) {
    Standing own = standings.of(clause);
    if (clause.link().tie() == Clause.Tie.PURPOSE && !own.negated()) {
      boolean done =
          clause
              .link()
              .parent()
              .flatMap(clauses::clause)
              .map(standings::of)
              .filter(x -> x.status().isFact() && !x.negated())
              .isPresent();
      return done ? new Standing(Status.HAPPENED, false, false, false, own.why()) : own;
    }
    return own;
  }

  /**
   * Whether a clause stands beside what the sentence tells: <em>after holding them for weeks</em>.
   */
  private static boolean aside(Clause clause) {
    return switch (clause.link().tie()) {
      case ADVERBIAL, PARTICIPIAL, RELATIVE, PURPOSE, CONDITION -> true;
      case COMPLEMENT -> BESIDE.contains(clause.link().mark());
      default -> false;
    };
  }

  private int doer(Match match) {
    return best(match.slots(), match, given.actorTokens(), true);
  }

  private int other(Match match) {
    return best(match.recipients(), match, given.recipientTokens(), false);
  }

  private int swappedDoer(Match match) {
    return best(match.recipients(), match, given.actorTokens(), false);
  }

  private int swappedOther(Match match) {
    return best(match.slots(), match, given.recipientTokens(), true);
  }

  private int best(List<String> slots, Match match, Set<Integer> tokens, boolean doer) {
    int best = 0;
    for (String slot : slots) {
      for (int head : heads(match, slot)) {
        best = Math.max(best, fit(head, tokens, doer));
      }
      for (Participant p :
          slot.startsWith("act.") ? dyads.slot(match, slot, doer) : List.<Participant>of()) {
        if (tokens.stream()
            .anyMatch(t -> clauses.sentence().tokens().get(t).span().overlaps(p.span()))) {
          best = Math.max(best, NESTED);
        }
      }
    }
    if (best == 0) {
      best = anywhere(match, tokens, doer);
    }
    return best;
  }

  private Stream<Integer> arguments(Clause clause, boolean doer) {
    return clause.arguments().stream()
        .filter(
            a ->
                doer
                    == (a.slot().equals(Clause.SUBJECT)
                        || a.slot().equals("by")
                        || a.slot().equals(Clause.POSSESSOR)))
        .map(Clause.Argument::head);
  }

  private int anywhere(Match match, Set<Integer> tokens, boolean doer) {
    if (arguments(match.clause(), doer)
        .anyMatch(h -> tokens.stream().anyMatch(t -> clauses.under(t, h)))) {
      return WITHIN + 1;
    }
    if (tokens.stream().anyMatch(t -> clauses.under(t, match.carrier().head()))) {
      return doer ? SENTENCE + 1 : WITHIN;
    }
    return tokens.isEmpty() ? 0 : SENTENCE;
  }

  private static List<Integer> heads(Match match, String slot) {
    return match.clause().slot(slot).toList();
  }

  private int fit(int head, Set<Integer> tokens, boolean doer) {
    int best = 0;
    for (int candidate : withConjuncts(head)) {
      if (tokens.contains(candidate)) {
        best = Math.max(best, DIRECT);
      } else if (clauses.isPronoun(candidate) && !tokens.isEmpty()) {
        boolean before = tokens.stream().allMatch(t -> t < candidate);
        best = Math.max(best, before ? COREFERENT : 0);
      }
      if (best == 0 && tokens.stream().anyMatch(t -> clauses.under(t, candidate))) {
        boolean near =
            tokens.stream()
                .anyMatch(
                    t -> clauses.under(t, candidate) && depth(t, candidate) <= (doer ? 2 : 4));
        best = near ? NESTED : WITHIN + 1;
      }
    }
    return best;
  }

  private int depth(int token, int head) {
    return clauses.depth(token, head);
  }

  private List<Integer> withConjuncts(int head) {
    return Stream.concat(
            Stream.of(head), clauses.phrase(head).stream().flatMap(p -> p.conjuncts().stream()))
        .toList();
  }
}
