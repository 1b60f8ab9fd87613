package org.demarche.archive.tally;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;

/**
 * Times the counts behind the desk's views; run by hand on an archive that {@code SearchBenchmark}
 * has filled, see evaluation/README.md.
 */
final class TallyBenchmark {
  private static final int ROUNDS = 3;
  private static final List<String> QUERIES =
      List.of(
          "", "party:RUS", "party:KAZ date:2022", "type:CONSULT status:facts", "ceasefire quad:4");

  private TallyBenchmark() {}

  /**
   * Prints a line for each query.
   *
   * @param args the archive, a file or a PostgreSQL address
   */
  public static void main(String[] args) {
    try (Archive archive = Archive.open(args[0])) {
      Search search = new Search(archive, Clock.systemUTC());
      Tally tally = new Tally(archive, search);
      System.out.printf(
          "%-28s %10s %10s %10s %10s %10s%n",
          "query", "events", "facets", "timeline", "network", "map");
      for (String typed : QUERIES) {
        Query query =
            search
                .parse(typed)
                .fold(
                    Parsed.Understood::query,
                    m -> {
                      throw new IllegalStateException(m.pointing());
                    });
        Query acts = Acts.of(query);
        System.out.printf(
            Locale.ROOT,
            "%-28s %,10d %7.0f ms %7.0f ms %7.0f ms %7.0f ms%n",
            typed.isEmpty() ? "(everything)" : typed,
            search.countEvents(query),
            median(() -> tally.ofEvents(query, 40)),
            median(() -> tally.timeline(acts, Optional.empty())),
            median(() -> tally.pairs(acts, 120)),
            median(() -> tally.byCode(acts, Tally.By.ACTOR)));
      }
    }
  }

  /** In milliseconds. */
  private static double median(Runnable work) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      work.run();
      times.add((System.nanoTime() - began) / 1e6);
    }
    times.sort(null);
    return times.get(ROUNDS / 2);
  }
}
