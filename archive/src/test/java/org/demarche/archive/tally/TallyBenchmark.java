package org.demarche.archive.tally;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
   * @param args the archive, an SQLite file
   */
  public static void main(String[] args) {
    try (Archive archive = Archive.open(args[0])) {
      Search search = new Search(archive, Clock.systemUTC());
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
            median(() -> tally(archive, search).ofEvents(query, 40)),
            median(() -> tally(archive, search).timeline(acts, Optional.empty())),
            median(() -> tally(archive, search).pairs(acts, 120)),
            median(() -> tally(archive, search).byCode(acts, Tally.By.ACTOR)));
      }
    }
  }

  /** One that remembers nothing yet. */
  private static Tally tally(Archive archive, Search search) {
    return new Tally(archive, search);
  }

  /**
   * Milliseconds of this thread's processor time, in which SQLite works; other processes do not
   * count, PostgreSQL's do not either.
   */
  private static double median(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long began = threads.getCurrentThreadCpuTime();
      work.run();
      times.add((threads.getCurrentThreadCpuTime() - began) / 1e6);
    }
    times.sort(null);
    return times.get(ROUNDS / 2);
  }
}
