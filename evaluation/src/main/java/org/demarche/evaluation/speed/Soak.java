package org.demarche.evaluation.speed;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;

/**
 * Codes invented articles at full speed and looks at the heap, after a collection, twenty times on
 * the way. Ends with 1 where it grows.
 */
public final class Soak {
  /** 400,000 articles a day are so many an hour. */
  private static final int ARTICLES = 16_667;

  private static final int PARTS = 20;

  /** What more the second half may hold than the first, without the first part's warming up. */
  private static final double SLACK = 1.03;

  private final Coder coder;
  private final SyntheticPress press;

  /** Codes the articles of a seed. */
  public Soak(Coder coder, long seed) {
    this.coder = coder;
    this.press = new SyntheticPress(coder, seed);
  }

  /** The events of some articles, a line each, in order. */
  public List<String> lines(int from, int count, int threads) {
    return Work.run(threads, count, i -> lines(coder.code(press.article(from + i))))
        .results()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> lines(Coding coding) {
    List<String> lines = new ArrayList<>();
    for (Event e : coding.events()) {
      lines.add(
          String.join(
              "\t",
              e.article(),
              e.sentence() + "",
              e.type(),
              e.mode(),
              e.cameo(),
              e.dyad(),
              e.status().label(),
              e.confidence().value() + "",
              e.date().toString(),
              e.place().toString(),
              e.evidence().rule(),
              e.evidence().predicate().toString()));
    }
    coding.failures().forEach(f -> lines.add("failed\t" + f.stage() + "\t" + f.why()));
    return lines;
  }

  /** Takes the number of articles and of threads; by default an hour's and one a processor. */
  public static void main(String[] args) throws NoSuchAlgorithmException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : ARTICLES;
    int threads =
        args.length > 1 ? Integer.parseInt(args[1]) : Runtime.getRuntime().availableProcessors();
    Soak soak = new Soak(Coder.create(), 1);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<Double> heap = new ArrayList<>();
    int events = 0;
    double seconds = 0;
    out.printf(
        Locale.ROOT,
        "%,d invented articles, %d threads, Java %s%n%10s %10s %12s %10s%n",
        articles,
        threads,
        Runtime.version(),
        "articles",
        "events",
        "articles/s",
        "heap, MB");
    for (int part = 0; part < PARTS; part++) {
      int from = (int) ((long) articles * part / PARTS);
      int until = (int) ((long) articles * (part + 1) / PARTS);
      long began = System.nanoTime();
      List<String> lines = soak.lines(from, until - from, threads);
      double took = (System.nanoTime() - began) / 1e9;
      seconds += took;
      events += lines.size();
      lines.forEach(l -> digest.update((l + "\n").getBytes(StandardCharsets.UTF_8)));
      lines = List.of();
      heap.add(used());
      out.printf(
          Locale.ROOT,
          "%,10d %,10d %12.1f %10.1f%n",
          until,
          events,
          (until - from) / took,
          heap.get(part));
    }
    double early = heap.subList(1, PARTS / 2).stream().mapToDouble(d -> d).max().orElseThrow();
    double late = heap.subList(PARTS / 2, PARTS).stream().mapToDouble(d -> d).max().orElseThrow();
    boolean flat = late <= early * SLACK;
    out.printf(
        Locale.ROOT,
        "%.1f articles/s over %.0f s; heap %.1f MB at most in the first half, %.1f in the second: %s%n",
        articles / seconds,
        seconds,
        early,
        late,
        flat ? "flat" : "IT GROWS");
    out.println("events: SHA-256 " + HexFormat.of().formatHex(digest.digest()));
    System.exit(flat ? 0 : 1);
  }

  /** Megabytes still held after a collection. */
  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
  }
}
