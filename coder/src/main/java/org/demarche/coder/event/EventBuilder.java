package org.demarche.coder.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.event.Typing.Typed;
import org.demarche.coder.place.PlaceFinder;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.time.TimeExpression;

/** Makes events of the clauses that the codebook reads. Thread-safe. */
public final class EventBuilder {
  /** Lemmas of which a sentence must hold one to tell a position in a vote. */
  public static final Set<String> VOTING = VoteReader.WORDS;

  private final Codebook codebook;
  private final Ontology ontology;
  private final PlaceFinder places;
  private final ConfidenceModel confidence;

  public EventBuilder(
      Codebook codebook, Ontology ontology, PlaceFinder places, ConfidenceModel confidence) {
    this.codebook = codebook;
    this.ontology = ontology;
    this.places = places;
    this.confidence = confidence;
  }

  /**
   * One sentence with all that is known of it.
   *
   * @param times the time expressions of the sentence
   * @param states gives the codes of the states named in the article so far
   */
  public record Input(
      String article,
      String text,
      Optional<LocalDate> published,
      Clauses clauses,
      SentenceActors actors,
      CodebookReading reading,
      List<TimeExpression> times,
      Supplier<Set<String>> states) {}

  /** The events and votes of a sentence. */
  public Outcome build(Input input) {
    return new Building(input).build();
  }

  /** The one relation between two given parties, where the sentence tells one. */
  public Optional<Relation> relate(Input input, GivenParties given) {
    Background background = new Background(input.clauses(), codebook);
    StandingReader standings = new StandingReader(input.clauses(), codebook, background);
    return new RelationReader(
            input,
            given,
            standings,
            new Typing(codebook, input.clauses(), input.reading(), standings),
            new Dyads(input.clauses(), input.actors(), input.reading(), background),
            new Assembly(input, codebook, ontology, places, confidence))
        .best();
  }

  /** One sentence. */
  private final class Building {
    private final Input input;
    private final Clauses clauses;
    private final Background background;
    private final Dyads dyads;
    private final StandingReader standings;
    private final Typing typing;
    private final Assembly assembly;
    private final Aside aside;
    private final List<Event> asides = new ArrayList<>();
    private final Set<Integer> consumed = new HashSet<>();
    private final List<String> reasons = new ArrayList<>();

    Building(Input input) {
      this.input = input;
      this.clauses = input.clauses();
      this.background = new Background(clauses, codebook);
      this.dyads = new Dyads(clauses, input.actors(), input.reading(), background);
      this.standings = new StandingReader(clauses, codebook, background);
      this.typing = new Typing(codebook, clauses, input.reading(), standings);
      this.assembly = new Assembly(input, codebook, ontology, places, confidence);
      this.aside = new Aside(clauses);
    }

    Outcome build() {
      List<Event> events = new ArrayList<>();
      List<Clause> ordered =
          clauses.all().stream()
              .sorted(
                  Comparator.comparing((Clause c) -> c.kind() == Clause.Kind.NOUN)
                      .thenComparing(c -> clauses.depth(c.head())))
              .toList();
      for (Clause clause : ordered) {
        if (!consumed.contains(clause.head())) {
          input.reading().match(clause.head()).ifPresent(m -> events.addAll(events(m)));
        }
      }
      if (events.isEmpty()) {
        events.addAll(asides);
      }
      List<Vote> votes =
          new VoteReader(clauses, input.actors(), input.text())
              .read(input.article(), assembly.when());
      if (events.isEmpty() && votes.isEmpty()) {
        return new Outcome.NoEvent(reason());
      }
      return new Outcome.Coded(distinct(events), votes);
    }

    private String reason() {
      return reasons.isEmpty()
          ? "no rule of the codebook fits"
          : String.join("; ", reasons.stream().distinct().toList());
    }

    /** Its events; where its rule finds no parties, those of the next one that fits. */
    private List<Event> events(Match match) {
      Standing standing = standings.of(match.carrier());
      String predicate = clauses.form(match.clause().head());
      if (!standing.told()) {
        reasons.add("'" + predicate + "': " + standing.why());
        return List.of();
      }
      Optional<Typed> typed = typing.of(match, standing);
      if (typed.isEmpty()) {
        consume(match);
        reasons.add("'" + predicate + "' is not told as a fact: " + standing.why());
        return List.of();
      }
      List<Dyad> found = dyads.of(match, typed.get().type());
      if (!found.isEmpty()) {
        return events(match, typed.get(), found);
      }
      for (Match other : input.reading().alternatives(match)) {
        Optional<Typed> same = typing.of(other, standing);
        List<Dyad> others = same.map(t -> dyads.of(other, t.type())).orElse(List.of());
        if (!others.isEmpty()) {
          return events(other, same.get(), others);
        }
      }
      reasons.add(
          "'" + predicate + "' (" + match.rule().name() + "): actor or recipient not found");
      return List.of();
    }

    private List<Event> events(Match match, Typed typed, List<Dyad> found) {
      consume(match);
      String predicate = clauses.form(match.clause().head());
      List<Event> events = new ArrayList<>();
      boolean news = aside.of(match, typed.type()).isEmpty();
      for (Dyad dyad : found) {
        Optional<String> against = background.against(match, typed.type(), dyad);
        boolean nobody =
            typed.type().equals("THREATEN")
                && match.rule().type().equals("MOBILIZE")
                && dyad.recipient().isEmpty();
        if (nobody) {
          reasons.add("'" + predicate + "': a deployment against nobody is no threat");
        } else if (against.isEmpty()) {
          (news ? events : asides).add(assembly.event(match, typed, dyad, Set.of()));
        } else {
          reasons.add("'" + predicate + "': " + against.get());
        }
      }
      return events;
    }

    /** What a match has read is not read again by itself: support verb, object, embedded act. */
    private void consume(Match match) {
      consumed.add(match.carrier().head());
      consumed.add(match.clause().head());
      match.act().ifPresent(this::consumeAct);
      for (int token : match.used()) {
        if (clauses.isNoun(token)) {
          consumed.add(token);
        }
      }
    }

    private void consumeAct(int act) {
      if (consumed.add(act)) {
        input.reading().match(act).ifPresent(this::consume);
      }
    }

    /** One event a dyad, type and polarity: the first of those that say the same. */
    private static List<Event> distinct(List<Event> events) {
      Map<List<Object>, Event> first = new LinkedHashMap<>();
      for (Event event : events) {
        first.putIfAbsent(
            List.of(event.type(), event.mode(), event.dyad(), event.status().isFact()), event);
      }
      List<Event> kept = List.copyOf(first.values());
      return kept.stream().filter(e -> kept.stream().noneMatch(o -> tells(o, e))).toList();
    }

    /**
     * Whether one event says what the other leaves open: killed soldiers of the ambushed patrol.
     */
    private static boolean tells(Event full, Event vague) {
      return full.type().equals(vague.type())
          && full.status().isFact() == vague.status().isFact()
          && full.actor().map(Participant::party).equals(vague.actor().map(Participant::party))
          && full.recipient().filter(r -> !r.party().code().isEmpty()).isPresent()
          && vague.recipient().filter(r -> !nameless(r)).isEmpty();
    }

    private static boolean nameless(Participant participant) {
      return participant.party().code().isEmpty()
          && participant.party().sectors().stream()
              .noneMatch(Set.of("IGO", "NGO", "MNC")::contains);
    }
  }
}
