package org.demarche.coder.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorFinder;
import org.demarche.coder.actor.Discourse;
import org.demarche.coder.actor.PartyWords;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Screen;
import org.demarche.coder.event.ConfidenceModel;
import org.demarche.coder.event.EventBuilder;
import org.demarche.coder.event.GivenParties;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Relation;
import org.demarche.coder.place.Gazetteer;
import org.demarche.coder.place.PlaceFinder;
import org.demarche.coder.syntax.ClauseReader;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.DependencyTree;
import org.demarche.coder.syntax.Parser.Tagged;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.syntax.Token;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;
import org.demarche.coder.time.TimeTagger;

/**
 * Codes articles: press text in, events out. Costly to make, so make one and share it; thread-safe.
 */
public final class Coder {
  /** Longer sentences, in tokens, are lists and tables, not prose. */
  static final int LONGEST = 300;

  /** Stands for the present where no date is known, so that output does not change by the day. */
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private static final Outcome NOTHING =
      new Outcome.NoEvent("no words that a rule of the codebook asks for");

  private final Syntax syntax;
  private final TimeTagger times = new TimeTagger();
  private final ActorFinder actors;
  private final Codebook codebook;
  private final EventBuilder events;
  private final Optional<Screen> screen;
  private final Run run;

  public Coder(Syntax syntax, ActorBook book, Codebook codebook) {
    this(
        syntax,
        book,
        codebook,
        Optional.of(
            new Screen(
                codebook, EventBuilder.VOTING, syntax.parser()::lemmas, new PartyWords(book))));
  }

  private Coder(Syntax syntax, ActorBook book, Codebook codebook, Optional<Screen> screen) {
    this.syntax = syntax;
    this.actors = new ActorFinder(book);
    this.codebook = codebook;
    this.events =
        new EventBuilder(
            codebook,
            new Ontology(),
            new PlaceFinder(book, Gazetteer::builtIn),
            ConfidenceModel.builtIn());
    this.screen = screen;
    this.run = new Run(version(), codebook.hash(), syntax.parser().version());
  }

  /** A coder with the built-in codebook and actor book. */
  public static Coder create() {
    // the three take about as long as each other: side by side they cost one
    CompletableFuture<ActorBook> book = CompletableFuture.supplyAsync(ActorBook::builtIn);
    CompletableFuture<Codebook> codebook = CompletableFuture.supplyAsync(Codebook::builtIn);
    Syntax syntax = Syntax.load();
    return new Coder(syntax, book.join(), codebook.join());
  }

  /** The same coder, but one that parses every sentence: slower, with the same events. */
  public Coder parsingAll() {
    return new Coder(syntax, actors.book(), codebook, Optional.empty());
  }

  private static String version() {
    String version = Coder.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  public Run run() {
    return run;
  }

  /**
   * Whether articles in a language are coded.
   *
   * @param language ISO 639-1, a region may follow: {@code en}, {@code en-GB}
   */
  public boolean codes(String language) {
    return language.equals("en") || language.startsWith("en-") || language.startsWith("en_");
  }

  public Codebook codebook() {
    return codebook;
  }

  public ActorBook actorBook() {
    return actors.book();
  }

  /** Codes an article. What cannot be read becomes a {@link Outcome.Failed} of its sentence. */
  public Coding code(Article article) {
    List<Sentence> sentences = syntax.sentences(article);
    List<List<TimeExpression>> dates = dates(article, sentences);
    Discourse discourse = discourse(article, sentences, dates);
    if (!article.parties().isEmpty()) {
      return relate(article, sentences, dates, discourse);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Sentence sentence : sentences) {
      outcomes.add(code(article, sentence, dates.get(sentence.index()), discourse));
    }
    return new Coding(sentences, outcomes, run);
  }

  /** The relation between the two parties that the article comes with: the most direct one told. */
  private Coding relate(
      Article article,
      List<Sentence> sentences,
      List<List<TimeExpression>> datesOf,
      Discourse discourse) {
    Optional<CharSpan> actor = party(article, Article.Role.ACTOR);
    Optional<CharSpan> recipient = party(article, Article.Role.RECIPIENT);
    if (actor.isEmpty() || recipient.isEmpty()) {
      throw new IllegalArgumentException(
          article.id() + ": spans must give one actor and one recipient");
    }
    List<Outcome> outcomes = new ArrayList<>();
    int at = -1;
    Relation best = null;
    for (Sentence sentence : sentences) {
      outcomes.add(new Outcome.NoEvent("tells no relation between the two parties"));
      if (sentence.size() > LONGEST) {
        outcomes.set(
            outcomes.size() - 1,
            new Outcome.Failed("sentence", "longer than " + LONGEST + " tokens"));
        continue;
      }
      List<TimeExpression> dates = datesOf.get(sentence.index());
      Reading read = read(article, clauses(sentence), dates, discourse, false);
      GivenParties given =
          new GivenParties(
              actor.get(),
              recipient.get(),
              tokens(sentence, actor.get()),
              tokens(sentence, recipient.get()));
      if (given.actorTokens().isEmpty() && given.recipientTokens().isEmpty()) {
        continue;
      }
      Optional<Relation> found = events.relate(read.input(article, dates, discourse), given);
      if (found.isPresent() && (best == null || found.get().directness() > best.directness())) {
        best = found.get();
        at = outcomes.size() - 1;
      }
    }
    if (best != null) {
      outcomes.set(at, new Outcome.Coded(List.of(best.event()), List.of()));
    }
    return new Coding(sentences, outcomes, run);
  }

  private static Optional<CharSpan> party(Article article, Article.Role role) {
    return article.parties().stream()
        .filter(p -> p.role() == role)
        .map(Article.Party::span)
        .findFirst();
  }

  private static Set<Integer> tokens(Sentence sentence, CharSpan span) {
    return sentence.tokens().stream()
        .filter(t -> t.span().overlaps(span))
        .map(Token::index)
        .collect(Collectors.toSet());
  }

  /** Parses only what may hold an event; the rest is read when something refers back to it. */
  private Outcome code(
      Article article, Sentence sentence, List<TimeExpression> dates, Discourse discourse) {
    if (sentence.size() > LONGEST) {
      return new Outcome.Failed("sentence", "longer than " + LONGEST + " tokens");
    }
    if (screen.isPresent() && !screen.get().passes(sentence)) {
      discourse.defer(
          sentence.index(), () -> actors(article, clauses(sentence), dates, discourse).all());
      return NOTHING;
    }
    Tagged tagged = syntax.tag(sentence);
    if (screen.isPresent() && !screen.get().passes(tagged)) {
      discourse.defer(
          sentence.index(), () -> actors(article, clauses(tagged.parse()), dates, discourse).all());
      return NOTHING;
    }
    return events.build(
        read(article, clauses(tagged.parse()), dates, discourse, false)
            .input(article, dates, discourse));
  }

  /** How each sentence of an article is read, with the rules that fired and those that did not. */
  public List<Explanation> explain(Article article) {
    List<Sentence> sentences = syntax.sentences(article);
    List<List<TimeExpression>> dates = dates(article, sentences);
    Discourse discourse = discourse(article, sentences, dates);
    List<Explanation> explanations = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<TimeExpression> own = dates.get(sentence.index());
      Reading read = read(article, clauses(sentence), own, discourse, true);
      Outcome outcome = events.build(read.input(article, own, discourse));
      explanations.add(
          new Explanation(
              read.clauses(),
              read.actors(),
              read.clauses().all().stream()
                  .flatMap(c -> read.codebook().match(c.head()).stream())
                  .toList(),
              read.codebook().attempts(),
              outcome));
    }
    return explanations;
  }

  /** The steps of one sentence. */
  record Reading(Clauses clauses, SentenceActors actors, CodebookReading codebook) {
    EventBuilder.Input input(Article article, List<TimeExpression> dates, Discourse discourse) {
      return new EventBuilder.Input(
          article.id(),
          article.text(),
          article.published(),
          clauses,
          actors,
          codebook,
          dates,
          () -> discourse.states(clauses.sentence().index()));
    }
  }

  private Reading read(
      Article article,
      Clauses clauses,
      List<TimeExpression> dates,
      Discourse discourse,
      boolean tracing) {
    SentenceActors found = actors(article, clauses, dates, discourse);
    return new Reading(clauses, found, new CodebookReading(codebook, clauses, found, tracing));
  }

  private Clauses clauses(Sentence sentence) {
    return clauses(syntax.parse(sentence));
  }

  private Clauses clauses(DependencyTree tree) {
    return ClauseReader.read(tree, codebook::isEventNoun);
  }

  private SentenceActors actors(
      Article article, Clauses clauses, List<TimeExpression> dates, Discourse discourse) {
    return actors.find(
        clauses,
        discourse,
        day(article.published(), dates),
        article.text(),
        article.parties().stream().map(Article.Party::span).toList());
  }

  /** The time expressions of each sentence. */
  private List<List<TimeExpression>> dates(Article article, List<Sentence> sentences) {
    List<TimeExpression> all = times.tag(article.text(), article.published());
    List<List<TimeExpression>> dates = new ArrayList<>(sentences.size());
    int from = 0;
    for (Sentence sentence : sentences) {
      while (from < all.size() && all.get(from).span().start() < sentence.span().start()) {
        from++;
      }
      int to = from;
      while (to < all.size() && sentence.span().contains(all.get(to).span())) {
        to++;
      }
      dates.add(all.subList(from, to));
    }
    return dates;
  }

  private Discourse discourse(
      Article article, List<Sentence> sentences, List<List<TimeExpression>> dates) {
    Optional<LocalDate> published = article.published();
    LocalDate day = sentences.isEmpty() ? published.orElse(LATEST) : day(published, dates.get(0));
    return actors.discourse(article.text(), day);
  }

  /** The day on which offices and memberships are looked up: what the sentence says, if a day. */
  private static LocalDate day(Optional<LocalDate> published, List<TimeExpression> dates) {
    for (TimeExpression date : dates) {
      if (date.value().matches("[12]\\d{3}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(date.value());
      }
    }
    return published.orElse(LATEST);
  }
}
