package org.demarche.archive.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.GeneratedNews;

/**
 * Times queries on an archive of generated news; run by hand, see evaluation/README.md.
 *
 * <p>Arguments: the archive (a file or a PostgreSQL address) and how many events; an archive that
 * has as many already is used as it is.
 */
final class SearchBenchmark {
  private static final int SENTENCES = 10;
  private static final int BATCH = 500;
  private static final int ROUNDS = 5;
  private static final List<String> QUERIES =
      List.of(
          "",
          "actor:RUS",
          "actor:RUS recipient:UKR type:ASSAULT",
          "party:KAZ date:2022-03..2022-05",
          "type:CONSULT mode:meet status:facts",
          "quad:4 date:2023",
          "context:diplomatic",
          "actor:RUS -recipient:UKR (type:ACCUSE OR type:THREATEN)",
          "source:outlet7 type:AGREE",
          "ceasefire",
          "ceasefire actor:ISR",
          "\"grain corridor\" date:2022",
          "actor:\"kaz\"",
          "published:2024-05 quad:conflict");

  private SearchBenchmark() {}

  public static void main(String[] args) throws java.io.IOException {
    int events = Integer.parseInt(args[1]);
    try (Archive archive = Archive.open(args[0])) {
      fill(archive, events / SENTENCES);
      Search search =
          new Search(archive, Clock.fixed(Instant.parse("2024-05-10T12:00:00Z"), ZoneOffset.UTC));
      System.out.printf("%-60s %10s %12s %12s%n", "query", "events", "first 20", "count");
      for (String typed : QUERIES) {
        Query query =
            search
                .parse(typed)
                .fold(
                    Parsed.Understood::query,
                    m -> {
                      throw new IllegalStateException(m.pointing());
                    });
        long count = search.countEvents(query);
        double page = median(() -> search.events(query, 20, Optional.empty()));
        double counting = median(() -> search.countEvents(query));
        System.out.printf(
            Locale.ROOT,
            "%-60s %,10d %9.1f ms %9.1f ms%n",
            typed.isEmpty() ? "(everything)" : typed,
            count,
            page,
            counting);
      }
    }
    if (!args[0].contains(":")) {
      System.out.printf("%,d bytes%n", Files.size(Path.of(args[0])));
    }
  }

  private static void fill(Archive archive, int articles) {
    if (archive
        .known(GeneratedNews.entry(articles - 1, SENTENCES).page(), GeneratedNews.RUN)
        .isPresent()) {
      return;
    }
    long began = System.nanoTime();
    List<Entry> batch = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      batch.add(GeneratedNews.entry(i, SENTENCES));
      if (batch.size() == BATCH || i == articles - 1) {
        archive.add(batch);
        batch.clear();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "added %,d articles in %.0f s (%.0f a second)%n",
        articles,
        seconds,
        articles / seconds);
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
