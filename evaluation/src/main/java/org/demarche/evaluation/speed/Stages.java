package org.demarche.evaluation.speed;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.coder.actor.ActorFinder;
import org.demarche.coder.actor.Discourse;
import org.demarche.coder.actor.PartyWords;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.code.Coder;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Screen;
import org.demarche.coder.event.ConfidenceModel;
import org.demarche.coder.event.EventBuilder;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.place.Gazetteer;
import org.demarche.coder.place.PlaceFinder;
import org.demarche.coder.syntax.ClauseReader;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.DependencyTree;
import org.demarche.coder.syntax.Parser.Tagged;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.text.Article;
import org.demarche.coder.time.TimeExpression;
import org.demarche.coder.time.TimeTagger;

/** The steps that {@link Coder} takes, one by one, so that each can be timed. */
public final class Stages {
  /** Names of the stages in order. */
  public enum Stage {
    SENTENCES("split and tokenise"),
    DATES("find dates"),
    SCREEN("screen"),
    TAG("tag"),
    PARSE("parse"),
    CLAUSES("read clauses"),
    ACTORS("find actors"),
    EVENTS("match and build");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private final Syntax syntax;
  private final TimeTagger times = new TimeTagger();
  private final ActorFinder actors;
  private final Codebook codebook;
  private final Screen screen;
  private final EventBuilder events;

  /** Takes the books of a coder. */
  public Stages(Syntax syntax, Coder coder) {
    this.syntax = syntax;
    this.codebook = coder.codebook();
    this.actors = new ActorFinder(coder.actorBook());
    this.screen =
        new Screen(
            codebook,
            EventBuilder.VOTING,
            syntax.parser()::lemmas,
            new PartyWords(coder.actorBook()));
    this.events =
        new EventBuilder(
            codebook,
            new Ontology(),
            new PlaceFinder(coder.actorBook(), Gazetteer::builtIn),
            ConfidenceModel.builtIn());
  }

  public List<Sentence> sentences(Article article) {
    return syntax.sentences(article);
  }

  public List<TimeExpression> dates(Article article) {
    return times.tag(article.text(), article.published());
  }

  /** Whether a sentence may hold an event, by its words and then by its tags. */
  public boolean passes(Sentence sentence, Tagged tagged) {
    return screen.passes(sentence) && screen.passes(tagged);
  }

  public Tagged tag(Sentence sentence) {
    return syntax.tag(sentence);
  }

  public Clauses clauses(DependencyTree tree) {
    return ClauseReader.read(tree, codebook::isEventNoun);
  }

  public Discourse discourse(Article article) {
    return actors.discourse(article.text(), day(article));
  }

  public SentenceActors actors(Article article, Clauses clauses, Discourse discourse) {
    SentenceActors found = actors.find(clauses, discourse, day(article), article.text());
    found.all(); // now, since the stage is timed
    return found;
  }

  public Outcome events(
      Article article,
      Clauses clauses,
      SentenceActors found,
      List<TimeExpression> dates,
      Discourse discourse) {
    return events.build(
        new EventBuilder.Input(
            article.id(),
            article.text(),
            article.published(),
            clauses,
            found,
            new CodebookReading(codebook, clauses, found, false),
            dates,
            () -> discourse.states(clauses.sentence().index())));
  }

  private static LocalDate day(Article article) {
    return article.published().orElse(LocalDate.EPOCH);
  }

  /** Seconds of processor time that each stage takes when every sentence goes through all. */
  Map<Stage, Double> profile(List<Article> articles) {
    Map<Stage, Double> seconds = new LinkedHashMap<>();
    for (Article article : articles) {
      Clock clock = new Clock(seconds);
      List<Sentence> sentences = sentences(article);
      clock.stop(Stage.SENTENCES);
      List<TimeExpression> dates = dates(article);
      clock.stop(Stage.DATES);
      Discourse discourse = discourse(article);
      clock.stop(Stage.ACTORS);
      for (Sentence sentence : sentences) {
        Tagged tagged = tag(sentence);
        clock.stop(Stage.TAG);
        passes(sentence, tagged);
        clock.stop(Stage.SCREEN);
        DependencyTree tree = tagged.parse();
        clock.stop(Stage.PARSE);
        Clauses clauses = clauses(tree);
        clock.stop(Stage.CLAUSES);
        SentenceActors found = actors(article, clauses, discourse);
        clock.stop(Stage.ACTORS);
        events(article, clauses, found, dates, discourse);
        clock.stop(Stage.EVENTS);
      }
    }
    return seconds;
  }

  /** Adds to a stage what has passed since the last stop. */
  private static final class Clock {
    private final Map<Stage, Double> seconds;
    private long last = Work.now();

    Clock(Map<Stage, Double> seconds) {
      this.seconds = seconds;
    }

    void stop(Stage stage) {
      long now = Work.now();
      seconds.merge(stage, (now - last) / 1e9, Double::sum);
      last = now;
    }
  }
}
