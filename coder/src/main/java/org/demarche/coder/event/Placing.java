package org.demarche.coder.event;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.event.EventBuilder.Input;
import org.demarche.coder.place.Choice;
import org.demarche.coder.place.Place;
import org.demarche.coder.place.PlaceFinder;
import org.demarche.coder.place.PlaceMention;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.Tie;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.text.Dateline;

/**
 * Chooses the place at which an act took place: what its clause says (<em>met in Geneva</em>), what
 * it was done to where that is a place (<em>shelled Kharkiv</em>), what the clause says that it
 * shares its subject with; else, and said so, the dateline.
 */
final class Placing {
  private final Input input;
  private final Clauses clauses;
  private final PlaceFinder finder;

  /** What the sentence names; read when first asked for, since most sentences have no event. */
  private List<PlaceMention> mentions;

  Placing(Input input, PlaceFinder finder) {
    this.input = input;
    this.clauses = input.clauses();
    this.finder = finder;
  }

  /**
   * Where a match's act took place.
   *
   * @param type the event's type
   * @param background whether the act is told beside the main one
   */
  Where where(Match match, String type, Dyad dyad, boolean fact, boolean background) {
    Optional<Where> stated = stated(match, type);
    return stated
        .or(() -> fact && !background ? filed(type, dyad) : Optional.empty())
        .orElseGet(Where.Unstated::new);
  }

  private Optional<Where> stated(Match match, String type) {
    if (mentions == null) {
      mentions = finder.find(clauses, input.actors(), input.text(), input.states());
    }
    record Ranked(PlaceMention mention, int rank) {}
    return mentions.stream()
        .map(m -> new Ranked(m, rank(m, match, type)))
        .filter(r -> r.rank() < NOT)
        .min(
            Comparator.comparingInt(Ranked::rank)
                .thenComparingInt(r -> coarse(r.mention().place()))
                .thenComparingInt(r -> Math.abs(r.mention().anchor() - match.clause().head())))
        .map(Ranked::mention)
        .map(m -> new Where.Stated(m.place(), m.span(), m.text(), m.how()));
  }

  private static final int NOT = 100;

  /** Of <em>Syria's Idlib province</em> the province. */
  private static int coarse(Place place) {
    return switch (place.kind()) {
      case COUNTRY -> 2;
      case REGION -> 1;
      case TOWN, SEAT, CAPITAL -> 0;
    };
  }

  /** How directly a mention says where the act took place; {@link #NOT} where it does not. */
  private int rank(PlaceMention mention, Match match, String type) {
    boolean words = PlacingWords.WORDS.contains(type);
    int own = match.clause().head();
    int carrier = match.carrier().head();
    if (mention.within() && (mention.anchor() == own || metFor(mention.anchor(), match, type))) {
      return 0; // "the Geneva talks", "met for the Geneva talks"
    }
    if (!words && doneTo(mention, match)) {
      return 1;
    }
    if (!mention.isLocative()) {
      return NOT;
    }
    Path path = path(mention.anchor());
    if (path.predicate() == own) {
      return through(path, match, words) ? 2 : NOT;
    }
    if (path.predicate() == carrier) {
      return through(path, match, words) ? 3 : NOT;
    }
    Optional<Clause> other = clauses.clause(path.predicate());
    if (other.isEmpty()) {
      return NOT;
    }
    if (heldAt(other.get(), own) && path.nouns() == 0) {
      return 4;
    }
    boolean part = argumentOf(path.predicate(), match);
    boolean signed = part && PlacingWords.SIGNED.contains(clauses.lemma(path.predicate()));
    if ((!words && part) || signed || metFor(path.predicate(), match, type)) {
      return 5; // "an explosion in Kabul killed 12", "met at a summit in Samarkand"
    }
    if (!words && path.nouns() == 0 && gathered(other.get(), match)) {
      return 5;
    }
    Tie tie = match.carrier().link().tie();
    boolean shares = tie == Tie.CONJUNCT || tie == Tie.PARTICIPIAL;
    boolean parent = match.carrier().link().parent().filter(p -> p == path.predicate()).isPresent();
    if (shares && parent && path.nouns() == 0 && !words) {
      return 6;
    }
    return NOT;
  }

  /** <em>talks held in Geneva</em>. */
  private boolean heldAt(Clause clause, int noun) {
    Tie tie = clause.link().tie();
    boolean under = clause.link().parent().filter(p -> p == noun).isPresent();
    boolean object = clause.arguments().stream().anyMatch(a -> a.head() == noun);
    return PlacingWords.HOLDING.contains(clause.lemma())
        && (object || (under && (tie == Tie.PARTICIPIAL || tie == Tie.RELATIVE)));
  }

  private boolean argumentOf(int noun, Match match) {
    return clauses.isNoun(noun) && slots(noun, match).anyMatch(PlacingWords.PARTIES::contains);
  }

  /** <em>met for the Geneva talks</em>, <em>met at a summit in Geneva</em>. */
  private boolean metFor(int noun, Match match, String type) {
    return type.equals("CONSULT")
        && clauses.clause(noun).filter(c -> c.kind() == Clause.Kind.NOUN).isPresent()
        && slots(noun, match).anyMatch(PlacingWords.OCCASIONS::contains);
  }

  /** <em>protesters who had gathered in Bangkok</em>, who are part of the act. */
  private boolean gathered(Clause clause, Match match) {
    Tie tie = clause.link().tie();
    return PlacingWords.GATHERED.contains(clause.lemma())
        && (tie == Tie.RELATIVE || tie == Tie.PARTICIPIAL)
        && clause.link().parent().filter(p -> slots(p, match).findAny().isPresent()).isPresent();
  }

  /** The slots of the act that a noun fills. */
  private static Stream<String> slots(int noun, Match match) {
    return Stream.of(match.clause(), match.carrier())
        .flatMap(c -> c.arguments().stream())
        .filter(a -> a.head() == noun)
        .map(Clause.Argument::slot);
  }

  /** Whether the act is one that takes place where its object lies, and this is its object. */
  private boolean doneTo(PlaceMention mention, Match match) {
    boolean country = mention.place().kind() == Place.Kind.COUNTRY && !mention.within();
    Set<String> acts = country ? PlacingWords.DONE_TO_COUNTRIES : PlacingWords.DONE_TO_PLACES;
    for (Clause clause : List.of(match.clause(), match.carrier())) {
      if (!acts.contains(clause.lemma())) {
        continue;
      }
      for (Clause.Argument argument : clause.arguments()) {
        boolean object = argument.slot().equals(Clause.OBJECT) && clause.kind() != Clause.Kind.NOUN;
        boolean target = PlacingWords.TARGETS.contains(argument.slot());
        boolean left =
            PlacingWords.LEFT.contains(argument.slot()) && match.rule().type().equals("RETREAT");
        if (argument.head() == mention.anchor() && (object || target || left)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The way from a phrase up to the predicate that it belongs to.
   *
   * @param predicate -1 where there is none
   * @param nouns how many nouns lie between
   * @param first the first of them, -1 where there is none
   */
  private record Path(int predicate, int nouns, int first) {}

  private Path path(int anchor) {
    int nouns = 0;
    int first = -1;
    for (int at = clauses.governor(anchor); at >= 0; at = clauses.governor(at)) {
      if (clauses.clause(at).isPresent()) {
        return new Path(at, nouns, first);
      }
      if (clauses.isNoun(at) || clauses.isPronoun(at)) {
        nouns++;
        first = first < 0 ? at : first;
      }
    }
    return new Path(-1, nouns, first);
  }

  /** Whether what hangs on a noun within the clause says where the act took place. */
  private boolean through(Path path, Match match, boolean words) {
    if (path.nouns() == 0) {
      return true;
    }
    if (words) {
      // "signed an agreement in Minsk", but not "praised the situation in Minsk"
      return path.nouns() == 1 && PlacingWords.SIGNED.contains(clauses.lemma(path.first()));
    }
    if (path.nouns() > 2) {
      return false;
    }
    // what an act of talk is about lies elsewhere: "discussed the situation in Syria"
    boolean consult = match.rule().type().equals("CONSULT");
    return !consult
        || input.actors().at(path.first()).isPresent()
        || PlacingWords.COUNTERPARTS.contains(clauses.lemma(path.first()));
  }

  private Optional<Where> filed(String type, Dyad dyad) {
    String text = input.text();
    int paragraph = text.indexOf("\n\n");
    if (paragraph >= 0 && clauses.sentence().span().start() > paragraph) {
      return Optional.empty();
    }
    return Dateline.place(text)
        .flatMap(
            span ->
                finder
                    .dateline(span.of(text), input.states())
                    .filter(Choice.Chosen::sure)
                    .filter(c -> !reportedFromAfar(c.place(), type))
                    .filter(
                        c ->
                            PlacingWords.FILED.contains(type)
                                || takesPart(c.place().country(), dyad))
                    .map(c -> new Where.Filed(c.place(), span, span.of(text), c.how())));
  }

  /** Fighting is reported from the capital, aid too, and takes place elsewhere. */
  private static boolean reportedFromAfar(Place place, String type) {
    boolean seat = place.kind() == Place.Kind.CAPITAL || place.kind() == Place.Kind.SEAT;
    return seat && PlacingWords.AFIELD.contains(type);
  }

  private static boolean takesPart(String country, Dyad dyad) {
    return Stream.of(dyad.actor(), dyad.recipient())
        .flatMap(Optional::stream)
        .anyMatch(p -> p.party().code().equals(country));
  }
}
