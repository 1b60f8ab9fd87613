package org.demarche.evaluation.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.demarche.coder.code.Coder;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.text.Article;

/**
 * Codes a whole corpus again and again in one process, the ways of doing it in turn, and prints
 * sentences a second by both clocks, what a stage takes, and the most memory. Of all rounds but the
 * first the median counts.
 */
public final class Bench {
  private static final long SEED = 7;
  private static final long ARTICLES = 400;
  private static final int ROUNDS = 4;

  /** One way to code the corpus. */
  private record Way(String name, Coder coder, int threads) {}

  /** Sentences a second of wall and of processor time. */
  private record Speed(double wall, double processor) {}

  private final List<Article> articles;
  private final int sentences;
  private final PrintStream out;

  private Bench(List<Article> articles, int sentences, PrintStream out) {
    this.articles = articles;
    this.sentences = sentences;
    this.out = out;
  }

  /** Takes a corpus of JSON lines (or none, for invented articles) and the number of rounds. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
    if (args.length > 2 || rounds < 2) {
      throw new IllegalArgumentException("takes [FILE.jsonl|- [ROUNDS]], at least 2 rounds");
    }
    Coder coder = Coder.create();
    boolean invented = args.length == 0 || args[0].equals("-");
    List<Article> articles = invented ? invented(coder) : Corpus.read(Path.of(args[0]));
    Syntax syntax = Syntax.load();
    int sentences = 0;
    long tokens = 0;
    for (Article article : articles) {
      List<Sentence> of = syntax.sentences(article);
      sentences += of.size();
      tokens += of.stream().mapToInt(Sentence::size).sum();
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d articles, %,d sentences of %.1f tokens; Java %s, %d processors, %d rounds%n",
        invented ? "invented corpus" : args[0],
        articles.size(),
        sentences,
        (double) tokens / sentences,
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        rounds);
    Bench bench = new Bench(articles, sentences, out);
    bench.ways(coder, rounds);
    bench.stages(new Stages(syntax, coder));
    bench.memory();
  }

  private static List<Article> invented(Coder coder) {
    SyntheticPress press = new SyntheticPress(coder, SEED);
    return LongStream.range(0, ARTICLES).mapToObj(press::article).toList();
  }

  private void ways(Coder coder, int rounds) {
    Coder all = coder.parsingAll();
    List<Way> ways =
        List.of(
            new Way("screened, 1 thread", coder, 1),
            new Way("all parsed, 1 thread", all, 1),
            new Way("screened, 2 threads", coder, 2),
            new Way("all parsed, 2 threads", all, 2));
    Map<Way, List<Speed>> speeds = new LinkedHashMap<>();
    List<Integer> events = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (Way way : ways) {
        Work.Done<Integer> done =
            Work.run(
                way.threads(),
                articles.size(),
                i -> way.coder().code(articles.get(i)).events().size());
        events.add(done.results().stream().mapToInt(Integer::intValue).sum());
        if (round > 0) {
          speeds
              .computeIfAbsent(way, w -> new ArrayList<>())
              .add(new Speed(sentences / done.wall(), sentences / done.processor()));
        }
      }
    }
    if (events.stream().distinct().count() > 1) {
      throw new IllegalStateException("the ways give different numbers of events: " + events);
    }
    out.printf("%n%-24s %14s %20s%n", "", "sentences/s", "a processor second");
    double first = 0;
    for (Way way : ways) {
      double wall = median(speeds.get(way).stream().mapToDouble(Speed::wall).toArray());
      double processor = median(speeds.get(way).stream().mapToDouble(Speed::processor).toArray());
      first = first == 0 ? wall : first;
      out.printf(
          Locale.ROOT,
          "%-24s %14.0f %20.0f   %.2f times the first%n",
          way.name(),
          wall,
          processor,
          wall / first);
    }
    out.printf(Locale.ROOT, "events each time: %,d%n", events.get(0));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private void stages(Stages stages) {
    stages.profile(articles);
    Map<Stages.Stage, Double> seconds = stages.profile(articles);
    double total = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    out.printf("%nprocessor time by stage, every sentence parsed%n");
    for (Stages.Stage stage : Stages.Stage.values()) {
      double of = seconds.getOrDefault(stage, 0.0);
      out.printf(
          Locale.ROOT,
          "%-24s %6.1f %%   %7.1f µs a sentence%n",
          stage.label(),
          100 * of / total,
          of * 1e6 / sentences);
    }
  }

  /** The process's own high-water mark, which Linux tells. */
  private void memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          long kilobytes = Long.parseLong(line.replaceAll("\\D+", ""));
          out.printf(Locale.ROOT, "%npeak memory: %,d MB%n", kilobytes / 1024);
        }
      }
    }
  }
}
