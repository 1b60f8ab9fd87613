package org.demarche.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.demarche.coder.actor.Discourse;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.DependencyTree;
import org.demarche.coder.syntax.Parser.Tagged;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.text.Article;
import org.demarche.coder.time.TimeExpression;
import org.demarche.evaluation.speed.Stages;
import org.demarche.evaluation.speed.SyntheticPress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each stage over the same invented articles, given what the stages before have made. A score is
 * the time of all {@value #ARTICLES} articles: only the ratios between stages mean something.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1500m"})
public class StageBenchmark {
  static final int ARTICLES = 40;
  private static final long SEED = 7;

  /** An article with what every stage makes of it. */
  private record Made(
      Article article,
      List<Sentence> sentences,
      List<TimeExpression> dates,
      List<Tagged> tagged,
      List<DependencyTree> trees,
      List<Clauses> clauses,
      List<SentenceActors> actors,
      Discourse discourse) {}

  private final List<Made> made = new ArrayList<>();
  private Coder coder;
  private Coder all;
  private Stages stages;

  @Setup
  public void make() {
    coder = Coder.create();
    all = coder.parsingAll();
    stages = new Stages(Syntax.load(), coder);
    SyntheticPress press = new SyntheticPress(coder, SEED);
    for (int i = 0; i < ARTICLES; i++) {
      Article article = press.article(i);
      Discourse discourse = stages.discourse(article);
      List<Sentence> sentences = stages.sentences(article);
      List<Tagged> tagged = sentences.stream().map(stages::tag).toList();
      List<DependencyTree> trees = tagged.stream().map(Tagged::parse).toList();
      List<Clauses> clauses = trees.stream().map(stages::clauses).toList();
      List<SentenceActors> actors =
          clauses.stream().map(c -> stages.actors(article, c, discourse)).toList();
      made.add(
          new Made(
              article,
              sentences,
              stages.dates(article),
              tagged,
              trees,
              clauses,
              actors,
              discourse));
    }
  }

  @Benchmark
  public List<List<Sentence>> splitAndTokenise() {
    return made.stream().map(m -> stages.sentences(m.article())).toList();
  }

  @Benchmark
  public List<List<TimeExpression>> findDates() {
    return made.stream().map(m -> stages.dates(m.article())).toList();
  }

  @Benchmark
  public int screen() {
    int passed = 0;
    for (Made m : made) {
      for (int i = 0; i < m.sentences().size(); i++) {
        passed += stages.passes(m.sentences().get(i), m.tagged().get(i)) ? 1 : 0;
      }
    }
    return passed;
  }

  @Benchmark
  public List<Tagged> tag() {
    return made.stream().flatMap(m -> m.sentences().stream()).map(stages::tag).toList();
  }

  @Benchmark
  public List<DependencyTree> parse() {
    return made.stream().flatMap(m -> m.tagged().stream()).map(Tagged::parse).toList();
  }

  @Benchmark
  public List<Clauses> readClauses() {
    return made.stream().flatMap(m -> m.trees().stream()).map(stages::clauses).toList();
  }

  @Benchmark
  public List<SentenceActors> findActors() {
    List<SentenceActors> found = new ArrayList<>();
    for (Made m : made) {
      Discourse discourse = stages.discourse(m.article());
      m.clauses().forEach(c -> found.add(stages.actors(m.article(), c, discourse)));
    }
    return found;
  }

  @Benchmark
  public List<Outcome> matchAndBuild() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Made m : made) {
      for (int i = 0; i < m.clauses().size(); i++) {
        outcomes.add(
            stages.events(
                m.article(), m.clauses().get(i), m.actors().get(i), m.dates(), m.discourse()));
      }
    }
    return outcomes;
  }

  @Benchmark
  public List<Coding> whole() {
    return made.stream().map(m -> coder.code(m.article())).toList();
  }

  @Benchmark
  public List<Coding> wholeParsingAll() {
    return made.stream().map(m -> all.code(m.article())).toList();
  }
}
