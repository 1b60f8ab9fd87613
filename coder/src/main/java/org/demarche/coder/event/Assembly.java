package org.demarche.coder.event;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.event.EventBuilder.Input;
import org.demarche.coder.event.Typing.Typed;
import org.demarche.coder.place.PlaceFinder;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;

/** Puts an event together from a match, its typing and its dyad. */
final class Assembly {
  /** Characters of a year; shorter values are centuries and decades. */
  private static final int YEAR = 4;

  private static final Set<String> EARLIER = Set.of("after", "since", "before", "because", "until");

  /** The day of a demand may stand behind what is demanded: <em>to leave on Tuesday</em>. */
  private static final Pattern DAY =
      Pattern.compile("^(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^today|^yesterday");

  private final Input input;
  private final Clauses clauses;
  private final Codebook codebook;
  private static final Pattern BESIDE = Pattern.compile("\\s+(?:(?:on|in|late|early)\\s+)*");

  /** What an act itself does in time. */
  private static final Set<String> COURSE =
      Set.of(
          "begin",
          "start",
          "end",
          "finish",
          "conclude",
          "complete",
          "continue",
          "resume",
          "take",
          "happen",
          "occur",
          "last",
          "kill",
          "wound",
          "injure",
          "erupt",
          "break",
          "fail",
          "collapse");

  private final Ontology ontology;
  private final ConfidenceModel confidence;
  private final SourceReader sources;
  private final Placing placing;
  private final SignalReader signals;

  Assembly(
      Input input,
      Codebook codebook,
      Ontology ontology,
      PlaceFinder places,
      ConfidenceModel confidence) {
    this.input = input;
    this.clauses = input.clauses();
    this.codebook = codebook;
    this.ontology = ontology;
    this.confidence = confidence;
    this.signals = new SignalReader(input, ontology);
    this.sources = new SourceReader(clauses, input.actors(), codebook, input.text());
    this.placing = new Placing(input, places);
  }

  /**
   * @param given what is known besides where the parties were given
   */
  Event event(Match match, Typed typed, Dyad dyad, Set<Signal> given) {
    Optional<Attribution> source = sources.attribution(match.carrier());
    CharSpan predicate = predicate(match);
    CharSpan span = evidence(match, dyad, predicate);
    CharSpan clause = clauses.sentence().chars(clauses.subtree(match.carrier().head()));
    Set<Signal> seen = signals.of(match, typed, dyad, predicate);
    seen.addAll(given);
    source.ifPresent(s -> seen.add(Signal.ATTRIBUTED));
    return new Event(
        input.article(),
        clauses.sentence().index(),
        typed.type(),
        typed.mode(),
        contexts(match),
        ontology.quad(typed.type()),
        typed.cameo(),
        ontology.goldstein(typed.cameo()),
        typed.status(),
        confidence.of(seen),
        dyad.actor(),
        dyad.recipient(),
        when(match, typed, clause, predicate),
        placing.where(match, typed.type(), dyad, typed.status().isFact(), background(match)),
        source,
        typed.act(),
        AmountReader.read(input.text(), clause),
        new Evidence(
            span, span.of(input.text()), predicate, match.rule().name(), match.rule().source()));
  }

  /**
   * Whether the act is told beside the main one, and so is dated by its own words only: <em>after
   * the withdrawal</em>, <em>which had attacked</em>, <em>since it joined</em>; but not what frames
   * it: <em>said at a meeting</em>.
   */
  private boolean background(Match match) {
    Clause carrier = match.carrier();
    return switch (carrier.link().tie()) {
      case RELATIVE, PARTICIPIAL -> true;
      case ADVERBIAL -> !Set.of("", "when", "as", "while").contains(carrier.link().mark());
      default ->
          carrier.kind() == Clause.Kind.NOUN
              && !Set.of("at", "during").contains(carrier.link().mark())
              && !comesToPass(carrier);
    };
  }

  /** <em>The withdrawal was completed on Friday</em>, <em>the attack killed two on Monday</em>. */
  private boolean comesToPass(Clause noun) {
    return noun.link()
        .parent()
        .flatMap(clauses::clause)
        .filter(v -> v.kind() == Clause.Kind.VERB && COURSE.contains(v.lemma()))
        .filter(
            v ->
                v.slot(v.passive() ? Clause.OBJECT : Clause.SUBJECT)
                    .anyMatch(s -> s == noun.head()))
        .isPresent();
  }

  /** The date of the whole sentence. */
  When when() {
    CharSpan sentence = clauses.sentence().span();
    return when(input.times(), sentence, sentence, sentence);
  }

  /**
   * The date of an act. What was said on Friday happened before, if it is no statement itself: the
   * day of the saying dates a promise or a threat, but not an attack.
   */
  private When when(Match match, Typed typed, CharSpan clause, CharSpan predicate) {
    CharSpan widest = background(match) ? clause : clauses.sentence().span();
    boolean told = typed.act().isEmpty() && typed.status().isFact();
    List<TimeExpression> times =
        told ? own(match).stream().filter(t -> !ofSaying(t, match)).toList() : own(match);
    return when(times, widest, clause, predicate);
  }

  /**
   * Whether a date stands next to a verb of saying that the act depends on: <em>said on
   * Friday</em>.
   */
  private boolean ofSaying(TimeExpression time, Match match) {
    int act = match.carrier().head();
    return clauses.all().stream()
        .filter(c -> c.kind() == Clause.Kind.VERB && codebook.isSpeech(c.lemma()))
        .filter(c -> c.head() != act && clauses.under(act, c.head()))
        .map(c -> clauses.sentence().tokens().get(c.head()).span())
        .filter(verb -> verb.end() <= time.span().start())
        .map(verb -> input.text().substring(verb.end(), time.span().start()))
        .anyMatch(between -> BESIDE.matcher(between).matches());
  }

  /** The time expressions but those of relative clauses and of what is demanded or promised. */
  private List<TimeExpression> own(Match match) {
    int head = match.carrier().head();
    List<CharSpan> others =
        clauses.all().stream()
            .filter(c -> c.head() != head && !clauses.under(head, c.head()))
            .filter(
                c ->
                    c.link().tie() == Clause.Tie.RELATIVE
                        || (c.link().tie() == Clause.Tie.ADVERBIAL
                            && EARLIER.contains(c.link().mark()))
                        // what a text says has no day of its own: "a resolution condemning …"
                        || (c.link().tie() != Clause.Tie.PARTICIPIAL
                            && match.act().filter(a -> a == c.head()).isPresent()))
            .map(c -> clauses.sentence().chars(clauses.subtree(c.head())))
            .toList();
    return input.times().stream()
        .filter(t -> t.value().length() >= YEAR)
        .filter(
            t ->
                DAY.matcher(t.text()).find()
                    || others.stream().noneMatch(o -> o.contains(t.span())))
        .toList();
  }

  private When when(
      List<TimeExpression> times, CharSpan widest, CharSpan clause, CharSpan predicate) {
    Optional<TimeExpression> stated =
        Dating.governing(times, widest, clause, predicate, input.text());
    if (stated.isPresent()) {
      TimeExpression t = stated.get();
      return new When.Stated(t.value(), t.span(), t.text());
    }
    return input
        .published()
        .map(LocalDate::toString)
        .<When>map(When.AssumedPublished::new)
        .orElseGet(When.Unstated::new);
  }

  private CharSpan predicate(Match match) {
    int from = Math.min(match.carrier().head(), match.clause().head());
    int to = Math.max(match.carrier().head(), match.clause().head());
    return clauses.sentence().chars(new TokenSpan(from, to + 1));
  }

  private CharSpan evidence(Match match, Dyad dyad, CharSpan predicate) {
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

  /** The rule's contexts and those that the words of the clause show. */
  private List<String> contexts(Match match) {
    Set<String> contexts = new LinkedHashSet<>(match.rule().contexts());
    TokenSpan span = clauses.subtree(match.carrier().head());
    for (Map.Entry<String, List<List<String>>> entry : codebook.contexts().entrySet()) {
      boolean shown = entry.getValue().stream().anyMatch(words -> contains(span, words));
      if (shown) {
        contexts.add(entry.getKey());
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
}
