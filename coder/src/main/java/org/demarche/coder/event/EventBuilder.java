package org.demarche.coder.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.codebook.Shift;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;

/** Makes events of the clauses that the codebook reads. Thread-safe. */
public final class EventBuilder {
  private final Codebook codebook;
  private final Ontology ontology;

  public EventBuilder(Codebook codebook, Ontology ontology) {
    this.codebook = codebook;
    this.ontology = ontology;
  }

  /**
   * One sentence with all that is known of it.
   *
   * @param times the time expressions of the whole article
   */
  public record Input(
      String article,
      String text,
      Optional<LocalDate> published,
      Clauses clauses,
      SentenceActors actors,
      CodebookReading reading,
      List<TimeExpression> times) {}

  /** The events and votes of a sentence. */
  public Outcome build(Input input) {
    return new Building(input).build();
  }

  /** One sentence. */
  private final class Building {
    private final Input input;
    private final Clauses clauses;
    private final Dyads dyads;
    private final StandingReader standings;
    private final SourceReader sources;
    private final Set<Integer> consumed = new HashSet<>();
    private final List<String> reasons = new ArrayList<>();

    Building(Input input) {
      this.input = input;
      this.clauses = input.clauses();
      this.dyads = new Dyads(clauses, input.actors(), input.reading());
      this.standings = new StandingReader(clauses, codebook);
      this.sources = new SourceReader(clauses, input.actors(), codebook, input.text());
    }

    Outcome build() {
      List<Event> events = new ArrayList<>();
      List<Clause> ordered =
          clauses.all().stream()
              .sorted(
                  Comparator.comparing((Clause c) -> c.kind() == Clause.Kind.NOUN)
                      .thenComparing(c -> depth(c.head())))
              .toList();
      for (Clause clause : ordered) {
        if (!consumed.contains(clause.head())) {
          input.reading().match(clause.head()).ifPresent(m -> events.addAll(events(m)));
        }
      }
      List<Vote> votes =
          new VoteReader(clauses, input.actors(), input.text())
              .read(input.article(), when(clauses.sentence().span(), clauses.sentence().span(), clauses.sentence().span()));
      if (events.isEmpty() && votes.isEmpty()) {
        return new Outcome.NoEvent(reason());
      }
      return new Outcome.Coded(distinct(events), votes);
    }

    private int depth(int token) {
      return clauses.depth(token, root(token));
    }

    private int root(int token) {
      int at = token;
      while (clauses.governor(at) >= 0) {
        at = clauses.governor(at);
      }
      return at;
    }

    private String reason() {
      if (!reasons.isEmpty()) {
        return String.join("; ", reasons);
      }
      if (input.actors().all().isEmpty()) {
        return "no actor is named";
      }
      return "no rule of the codebook fits";
    }

    private List<Event> events(Match match) {
      Standing standing = standings.of(match.carrier());
      String predicate = clauses.form(match.clause().head());
      if (!standing.told()) {
        reasons.add("'" + predicate + "': " + standing.why());
        return List.of();
      }
      Optional<Reading> read = shifted(match, standing);
      if (read.isEmpty()) {
        consume(match);
        reasons.add("'" + predicate + "' is not told as a fact: " + standing.why());
        return List.of();
      }
      List<Dyad> found = dyads.of(match);
      if (found.isEmpty()) {
        reasons.add(
            "'" + predicate + "' (" + match.rule().name() + "): actor or recipient not found");
        return List.of();
      }
      consume(match);
      List<Event> events = new ArrayList<>();
      for (Dyad dyad : found) {
        boolean anyone =
            dyad.actor().filter(a -> Dyads.known(a.party())).isPresent()
                || dyad.recipient().filter(r -> Dyads.known(r.party())).isPresent();
        if (anyone) {
          events.add(event(match, read.get(), dyad));
        } else {
          reasons.add("'" + predicate + "': neither party is a political actor");
        }
      }
      return events;
    }

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

    /** The type after plans, conditions and negation have been taken into account. */
    private record Reading(
        String type, String mode, String cameo, Status status, Optional<Act> act) {}

    private Optional<Reading> shifted(Match match, Standing standing) {
      var rule = match.rule();
      String text = clauses.form(match.clause().head());
      if (standing.status() == Status.HAPPENED || standing.status() == Status.ONGOING) {
        return standing.negated()
            ? Optional.empty()
            : Optional.of(
                new Reading(
                    rule.type(), rule.mode(), rule.cameo(), spoken(match, standing.status()), embedded(match)));
      }
      if (standing.status() == Status.DEMANDED) {
        return Optional.empty();
      }
      for (Shift shift : codebook.shifts()) {
        boolean fits =
            shift.from().contains(rule.type())
                && rule.cameo().startsWith(shift.cameoPrefix())
                && (shift.negated()
                    ? standing.negated() && standing.intention()
                    : !standing.negated() && shift.statuses().contains(standing.status().label()));
        if (fits) {
          Status status = shift.negated() ? Status.HAPPENED : standing.status();
          return Optional.of(
              new Reading(
                  shift.to(),
                  shift.mode(),
                  shift.cameo(),
                  status,
                  Optional.of(
                      new Act(
                          rule.type(),
                          rule.mode(),
                          rule.cameo(),
                          shift.negated() ? Status.DENIED : standing.status(),
                          text))));
        }
      }
      return standing.negated()
          ? Optional.empty()
          : Optional.of(
              new Reading(
                  rule.type(), rule.mode(), rule.cameo(), standing.status(), embedded(match)));
    }

    /** A threat whose act is put under a condition is a conditional one. */
    private Status spoken(Match match, Status status) {
      boolean conditional =
          match.rule().type().equals("THREATEN")
              && match
                  .act()
                  .flatMap(clauses::clause)
                  .map(standings::of)
                  .filter(s -> s.status() == Status.CONDITIONAL || hasCondition(match))
                  .isPresent();
      return conditional ? Status.CONDITIONAL : status;
    }

    private boolean hasCondition(Match match) {
      return clauses.all().stream()
          .anyMatch(
              c ->
                  c.link().tie() == Clause.Tie.CONDITION
                      && clauses.under(c.head(), match.carrier().head()));
    }

    private Optional<Act> embedded(Match match) {
      return match
          .act()
          .flatMap(
              a ->
                  input
                      .reading()
                      .match(a)
                      .map(
                          m ->
                              new Act(
                                  m.rule().type(),
                                  m.rule().mode(),
                                  m.rule().cameo(),
                                  statusWithin(match.rule().type()),
                                  clauses.form(a))));
    }

    private static Status statusWithin(String type) {
      return switch (type) {
        case "REQUEST" -> Status.DEMANDED;
        case "THREATEN" -> Status.THREATENED;
        case "REJECT" -> Status.DENIED;
        case "ACCUSE", "SUPPORT" -> Status.CONDITIONAL;
        default -> Status.PLANNED;
      };
    }

    private Event event(Match match, Reading reading, Dyad dyad) {
      CharSpan predicate = predicateSpan(match);
      CharSpan span = evidenceSpan(match, dyad, predicate);
      CharSpan clauseSpan = clauses.sentence().chars(clauses.subtree(match.carrier().head()));
      return new Event(
          input.article(),
          clauses.sentence().index(),
          reading.type(),
          reading.mode(),
          contexts(match),
          ontology.quad(reading.type()),
          reading.cameo(),
          ontology.goldstein(reading.cameo()),
          reading.status(),
          dyad.actor(),
          dyad.recipient(),
          when(nominal(match) ? clauseSpan : clauses.sentence().span(), clauseSpan, predicate),
          sources.attribution(match.carrier()),
          reading.act(),
          AmountReader.read(input.text(), clauseSpan),
          new Evidence(
              span, span.of(input.text()), predicate, match.rule().name(), match.rule().source()));
    }

    private CharSpan predicateSpan(Match match) {
      int from = Math.min(match.carrier().head(), match.clause().head());
      int to = Math.max(match.carrier().head(), match.clause().head());
      return clauses.sentence().chars(new TokenSpan(from, to + 1));
    }

    private CharSpan evidenceSpan(Match match, Dyad dyad, CharSpan predicate) {
      CharSpan span = predicate;
      CharSpan sentence = clauses.sentence().span();
      for (int token : match.used()) {
        span = span.cover(clauses.sentence().chars(new TokenSpan(token, token + 1)));
      }
      for (Optional<Participant> end : List.of(dyad.actor(), dyad.recipient())) {
        if (end.isPresent() && sentence.contains(end.get().span())) {
          span = span.cover(end.get().span());
        }
      }
      return span;
    }

    private List<String> contexts(Match match) {
      Set<String> contexts = new LinkedHashSet<>(match.rule().contexts());
      TokenSpan span = clauses.subtree(match.carrier().head());
      for (Map.Entry<String, List<List<String>>> entry : codebook.contexts().entrySet()) {
        for (List<String> words : entry.getValue()) {
          if (contexts.contains(entry.getKey()) || contains(span, words)) {
            contexts.add(entry.getKey());
            break;
          }
        }
      }
      return List.copyOf(contexts);
    }

    private boolean contains(TokenSpan span, List<String> words) {
      for (int i = span.start(); i + words.size() <= span.end(); i++) {
        boolean all = true;
        for (int k = 0; k < words.size() && all; k++) {
          all = clauses.lemma(i + k).equals(words.get(k));
        }
        if (all) {
          return true;
        }
      }
      return false;
    }

    /** A noun standing by itself is dated by its own phrase only: <em>after the withdrawal</em>. */
    private static boolean nominal(Match match) {
      return match.carrier().kind() == Clause.Kind.NOUN;
    }

    private When when(CharSpan widest, CharSpan clause, CharSpan predicate) {
      Optional<TimeExpression> stated =
          Dating.governing(input.times(), widest, clause, predicate, input.text());
      if (stated.isPresent()) {
        TimeExpression t = stated.get();
        return new When.Stated(t.value(), t.span(), t.text());
      }
      return input
          .published()
          .<When>map(d -> new When.AssumedPublished(d.toString()))
          .orElseGet(When.Unstated::new);
    }

    /** One event a dyad, type and evidence: the first of those that say the same. */
    private static List<Event> distinct(List<Event> events) {
      Map<List<Object>, Event> first = new LinkedHashMap<>();
      for (Event event : events) {
        first.putIfAbsent(
            List.of(event.type(), event.mode(), event.dyad(), event.status().isFact()), event);
      }
      return List.copyOf(first.values());
    }
  }

  /** Whether a party of a mention is known by code or sector. */
  static boolean known(Mention mention) {
    return mention.parties().stream().anyMatch((Party p) -> Dyads.known(p));
  }
}
