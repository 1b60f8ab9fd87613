package org.demarche.coder.event;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.ComplementKind;
import org.demarche.coder.syntax.Clause.Tie;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/**
 * Finds the state of a party that is named by its role or its people alone, and the recipient of an
 * act that is told by its place: CAMEO codes an unnamed target by where it is.
 */
final class Homes {
  private static final List<String> PLACING =
      List.of("in", "at", "near", "across", "through", "throughout", "inside", "outside", "on");

  /** Where a force stands against somebody: <em>along the frontier with, off</em>. */
  private static final List<String> FACING =
      List.of(
          "along", "off", "near", "to", "on", "at", "with", "toward", "towards", "into", "around");

  private static final Set<String> PLACES =
      Set.of(
          "city",
          "town",
          "village",
          "port",
          "province",
          "region",
          "area",
          "capital",
          "island",
          "district",
          "state",
          "republic",
          "territory",
          "country",
          "airport",
          "camp",
          "suburb",
          "neighbourhood",
          "neighborhood",
          "valley",
          "mountain",
          "north",
          "south",
          "east",
          "west",
          "coast",
          "desert",
          "prison",
          "jail",
          "base",
          "barracks",
          "hotel",
          "market",
          "peninsula",
          "enclave",
          "stronghold",
          "settlement",
          "part",
          "county",
          "municipality",
          "prefecture",
          "governorate",
          "zone",
          "strip",
          "outskirt",
          "centre",
          "center",
          "street",
          "square",
          "waters",
          "oasis",
          "resort",
          "corner");

  /** Acts that fall on whoever is where they happen. */
  private static final Set<String> LOCAL =
      Set.of("ASSAULT", "COERCE", "CONCEDE", "PROTEST", "AID", "RETREAT", "MOBILIZE");

  /** Those of a state who are not its power, but live with it or fight it. */
  private static final Set<String> SUBJECTS =
      Set.of(
          "OPP", "PRO", "CVL", "LAB", "EDU", "MED", "JRN", "REL", "PTY", "REB", "UAF", "CRM", "HLH",
          "AGR", "SOC", "ELI");

  /** What a state does within its own borders most often. */
  private static final Set<String> INNER = Set.of("COERCE", "CONCEDE");

  private static final Set<String> POWER = Set.of("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY");

  private static final Set<String> ABROAD = Set.of("IGO", "NGO", "MNC");

  private static final Set<String> PRONOUNS =
      Set.of("it", "they", "them", "he", "him", "she", "her", "we", "us");

  private static final List<String> ABROAD_WORDS =
      List.of(
          "foreign", "expert", "international", "embassy", "consulate", "western", "multinational");

  private final Clauses clauses;
  private final SentenceActors actors;

  Homes(Clauses clauses, SentenceActors actors) {
    this.clauses = clauses;
    this.actors = actors;
  }

  /** The dyad with a state for either party that has none: that of the place, or of the other. */
  Dyad settle(Match match, Dyad dyad) {
    if (dyad.actor().stream().noneMatch(Homes::movable)
        && dyad.recipient().stream().noneMatch(Homes::movable)) {
      return dyad;
    }
    boolean local = LOCAL.contains(match.rule().type());
    Optional<Participant> actor = dyad.actor().map(a -> placed(a, () -> place(match, local)));
    Optional<Participant> recipient =
        dyad.recipient().map(r -> placed(r, () -> place(match, true)));
    String type = match.rule().type();
    Optional<Participant> doer = actor.map(a -> beside(a, recipient, type, true));
    Optional<Participant> other = recipient.map(r -> beside(r, doer, type, false));
    Optional<Participant> settled = doer.map(this::home);
    // whom an army kills abroad, or nobody knows who, may be of any state
    boolean told =
        !type.equals("ASSAULT")
            || settled.map(p -> p.party().code()).equals(actors.home().map(Party::code));
    return new Dyad(settled, told ? other.map(this::home) : other);
  }

  /** Who is acted on, where only the place says so: <em>lifted the curfew in Oran</em>. */
  Optional<Participant> scene(Match match, List<Participant> doers) {
    String type = match.rule().type();
    if (!LOCAL.contains(type)) {
      return Optional.empty();
    }
    Clause clause = match.clause();
    if (type.equals("MOBILIZE")) {
      return FACING.stream()
          .flatMap(clause::slot)
          .flatMap(h -> actors.of(h, true).stream())
          .filter(m -> state(m).isPresent())
          .filter(m -> doers.stream().noneMatch(d -> d.party().code().equals(code(m))))
          .findFirst()
          .flatMap(m -> state(m).map(s -> Participant.of(m, s)));
    }
    return places(clause, true).findFirst().map(m -> resident(m, doers));
  }

  /** A state in a land of its own acts on those who live there. */
  private static Participant resident(Mention place, List<Participant> doers) {
    Party state = state(place).orElseThrow();
    boolean own = doers.stream().anyMatch(d -> d.party().code().equals(state.code()));
    Party party =
        own
            ? new Party(state.code(), List.of("CVL"), state.name(), Party.Kind.STATE)
            : new Party(state.code(), List.of(), state.name(), Party.Kind.STATE);
    return new Participant(
        place.text(), place.span(), party, place.resolution().how() + ", where it happened");
  }

  /**
   * <em>Police in Istanbul</em>, <em>In Serbia, ethnic Albanians …</em>: of the state they act in.
   */
  private Participant placed(Participant participant, Supplier<Optional<Mention>> place) {
    if (!movable(participant)) {
      return participant;
    }
    return place
        .get()
        .or(() -> ownPlace(participant))
        .map(m -> of(state(m).orElseThrow(), participant, "located by '" + m.text() + "'"))
        .orElse(participant);
  }

  /** <em>Passengers waiting for a train in Edo state</em>: what hangs on the words themselves. */
  private Optional<Mention> ownPlace(Participant participant) {
    return clauses.all().stream()
        .filter(c -> c.link().tie() == Tie.PARTICIPIAL || c.link().tie() == Tie.RELATIVE)
        .filter(c -> within(clauses.governor(c.head()), participant))
        .flatMap(c -> places(c, true))
        .findFirst();
  }

  private boolean within(int token, Participant participant) {
    return token >= 0 && participant.span().contains(clauses.sentence().tokens().get(token).span());
  }

  /** <em>Police detained 84 people</em>, where the sentences before were about Armenia. */
  private Participant home(Participant participant) {
    boolean role =
        participant.party().kind() == Party.Kind.ROLE
            && participant.party().code().isEmpty()
            && participant.party().sectors().stream().noneMatch(ABROAD::contains)
            && !named(participant)
            && !PRONOUNS.contains(participant.text().toLowerCase(Locale.ROOT))
            && ABROAD_WORDS.stream()
                .noneMatch(participant.text().toLowerCase(Locale.ROOT)::contains);
    return role && actors.home().isPresent()
        ? of(actors.home().get(), participant, "taken to be of the state spoken of before")
        : participant;
  }

  /** <em>The government bowed to the opposition</em>: its own. */
  private Participant beside(
      Participant participant, Optional<Participant> other, String type, boolean actor) {
    if (!homeless(participant)
        || other.isEmpty()
        || !actors.ofState(other.get().party())
        || ABROAD_WORDS.stream().anyMatch(other.get().text().toLowerCase(Locale.ROOT)::contains)) {
      return participant;
    }
    Party state = other.get().party();
    boolean power = state.sectors().stream().anyMatch(POWER::contains);
    boolean inner = power || (!actor && INNER.contains(type));
    boolean people = participant.party().kind() == Party.Kind.PEOPLE;
    boolean fellows =
        people
            ? !actor && inner && LOCAL.contains(type)
            : (subject(participant) && inner)
                || (subject(other.get()) && !participant.party().sectors().isEmpty())
                || (type.equals("COERCE") && (!actor || power) && inner);
    boolean foreigners =
        actors.all().stream()
            .filter(m -> !source(m))
            .flatMap(m -> m.parties().stream())
            .anyMatch(p -> actors.ofState(p) && !p.code().equals(state.code()));
    boolean own =
        !actor
            && (type.equals("COERCE")
                || (type.equals("ASSAULT")
                    && power
                    && participant.party().sectors().stream()
                        .anyMatch(Set.of("OPP", "PRO")::contains)));
    return (foreigners && !own) || !fellows
        ? participant
        : of(state, participant, "taken to be of the same state as '" + other.get().text() + "'");
  }

  private static boolean subject(Participant participant) {
    List<String> sectors = participant.party().sectors();
    return !sectors.isEmpty() && SUBJECTS.contains(sectors.get(0));
  }

  /** Whether somebody is named as he who tells it. */
  private boolean source(Mention mention) {
    return clauses.all().stream()
        .filter(c -> c.complements().stream().anyMatch(k -> k.kind() == ComplementKind.THAT))
        .flatMap(c -> Stream.concat(c.slot(Clause.SUBJECT), c.slot("in")))
        .anyMatch(h -> h == mention.head() || clauses.under(mention.head(), h));
  }

  /** A word with a capital inside a sentence is a name: the Commission. */
  private boolean named(Participant participant) {
    return clauses.sentence().tokens().stream()
        .filter(t -> participant.span().contains(t.span()))
        .anyMatch(t -> t.index() > 0 && Character.isUpperCase(clauses.form(t.index()).charAt(0)));
  }

  private static Participant of(Party state, Participant participant, String how) {
    Party party = participant.party();
    return new Participant(
        participant.text(),
        participant.span(),
        new Party(state.code(), party.sectors(), state.name() + " " + party.name(), party.kind()),
        participant.how() + ", " + how);
  }

  private static boolean movable(Participant participant) {
    Party party = participant.party();
    return (party.kind() == Party.Kind.ROLE && party.code().isEmpty())
        || party.kind() == Party.Kind.PEOPLE;
  }

  /** A role or people of no state yet. */
  private boolean homeless(Participant participant) {
    return movable(participant) && !actors.ofState(participant.party());
  }

  private static Optional<Party> state(Mention mention) {
    return mention.parties().size() == 1 && mention.parties().get(0).kind() == Party.Kind.STATE
        ? Optional.of(mention.parties().get(0))
        : Optional.empty();
  }

  private static String code(Mention mention) {
    return state(mention).map(Party::code).orElse("");
  }

  /** Where the act takes place, as its clause or the clauses above it say. */
  private Optional<Mention> place(Match match, boolean through) {
    int head = match.carrier().head();
    Stream<Clause> above =
        clauses.all().stream()
            .filter(c -> clauses.under(head, c.head()))
            .filter(c -> c.head() == head || !tells(c, head))
            .sorted(Comparator.comparing((Clause c) -> -clauses.depth(c.head())));
    Stream<Clause> act = match.act().flatMap(clauses::clause).stream();
    return Stream.concat(above, act).flatMap(c -> places(c, through)).findFirst();
  }

  /** Whether a clause above only reports: where a spokesman speaks nothing else need happen. */
  private boolean tells(Clause above, int head) {
    return above.complements().stream()
        .anyMatch(c -> c.kind() == ComplementKind.THAT && clauses.under(head, c.head()));
  }

  /**
   * The places of a clause.
   *
   * @param through whether to take those of its object too: <em>accused a cleric living in …</em>
   */
  private Stream<Mention> places(Clause clause, boolean through) {
    return PLACING.stream()
        .flatMap(
            p ->
                clause.arguments().stream()
                    .filter(a -> a.slot().equals(p) && (through || a.through().isEmpty()))
                    .map(Clause.Argument::head))
        .flatMap(this::place);
  }

  /** The state that a place lies in, where the words name a place. */
  private Stream<Mention> place(int head) {
    Optional<Mention> own = actors.at(head).filter(m -> !m.parties().isEmpty());
    if (own.isPresent()) {
      return own.filter(m -> state(m).isPresent()).stream();
    }
    Optional<Phrase> phrase = clauses.phrase(head);
    if (phrase.isEmpty() || !PLACES.contains(clauses.lemma(head))) {
      return Stream.empty();
    }
    return actors.of(head, true).stream().filter(m -> state(m).isPresent());
  }
}
