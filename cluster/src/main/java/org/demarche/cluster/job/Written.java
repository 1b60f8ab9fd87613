package org.demarche.cluster.job;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.cluster.code.Counts;

/**
 * What a job has written.
 *
 * @param leftOut records by the reason why
 * @param failed rows of the table of failures by stage
 */
public record Written(
    String batch,
    long articles,
    long sentences,
    long events,
    Map<String, Long> leftOut,
    Map<String, Long> failed) {
  /** The stages at which a whole record fails; at others a sentence does. */
  private static final Set<String> WHOLE = Set.of(Counts.READING, Counts.CODING);

  public Written {
    leftOut = Map.copyOf(leftOut);
    failed = Map.copyOf(failed);
  }

  static Written of(String batch, Map<String, Long> counts, Map<String, Long> failed, long events) {
    Map<String, Long> leftOut = new TreeMap<>();
    counts.forEach(
        (what, n) -> {
          if (what.startsWith(Counts.LEFT_OUT)) {
            leftOut.put(what.substring(Counts.LEFT_OUT.length()), n);
          }
        });
    return new Written(
        batch,
        counts.getOrDefault(Counts.ARTICLES, 0L),
        counts.getOrDefault(Counts.SENTENCES, 0L),
        events,
        leftOut,
        failed);
  }

  /** Whether every record was read and coded. */
  public boolean allRead() {
    return failed.keySet().stream().noneMatch(WHOLE::contains);
  }

  Batch batch(List<String> inputs) {
    long failures = failed.values().stream().mapToLong(n -> n).sum();
    return new Batch(batch, inputs, articles, sentences, events, failures, leftOut);
  }

  /** Prints the closing lines. */
  void print(PrintStream err, double seconds) {
    err.println(
        counted(articles, "article")
            + ", "
            + counted(sentences, "sentence")
            + ", "
            + counted(events, "event")
            + String.format(Locale.ROOT, " in %.1f s, batch %s", seconds, batch));
    new TreeMap<>(leftOut).forEach((why, n) -> err.println("  left out: " + n + " × " + why));
    new TreeMap<>(failed)
        .forEach(
            (stage, n) ->
                err.println("  in the table of failures: " + n + " at the stage '" + stage + "'"));
  }

  private static String counted(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }
}
