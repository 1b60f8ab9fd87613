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
import org.demarche.archive.store.Dialect;
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

  /** A fifth of the events is added as articles; the others are copies of those on other days. */
  private static final int COPIES = 5;

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
      fill(archive, events / SENTENCES / COPIES);
      copy(archive, events);
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

  private static void copy(Archive archive, int events) {
    long there = count(archive);
    for (int copy = 1; copy < COPIES && there < events; copy++) {
      int number = copy;
      archive
          .database()
          .write(
              handle -> {
                for (String table : List.of("event", "event_detail")) {
                  handle.execute(copySql(archive.database().dialect(), table, number), number);
                }
                return null;
              });
    }
    if (there < events) {
      archive.database().write(handle -> handle.execute("ANALYZE"));
    }
  }

  private static long count(Archive archive) {
    return archive
        .database()
        .read(h -> h.createQuery("SELECT count(*) FROM event").mapTo(Long.class).one());
  }

  private static String copySql(Dialect dialect, String table, int copy) {
    String id = "? * 1000000 + ";
    if (table.equals("event_detail")) {
      return "INSERT INTO event_detail (event_id, event, words) SELECT "
          + id
          + "event_id, event, words FROM event_detail WHERE event_id < 1000000";
    }
    int days = 97 * copy;
    String shift =
        dialect == Dialect.SQLITE
            ? "date(%s, '+" + days + " days')"
            : "CAST(CAST(%s AS date) + " + days + " AS text)";
    String rest =
        "article_id, version_id, run_id, current, by_person, verdict, sentence_id, type, mode,"
            + " contexts, quad, cameo, goldstein, status, actor, actor_sectors, actor_name,"
            + " recipient, recipient_sectors, recipient_name, date_basis, published, rule,"
            + " country, place, story, added";
    return "INSERT INTO event (id, key, first_day, last_day, "
        + rest
        + ") SELECT "
        + id
        + "id, key || id, "
        + String.format(shift, "first_day")
        + ", "
        + String.format(shift, "last_day")
        + ", "
        + rest
        + " FROM event WHERE id < 1000000";
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
