package org.demarche.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed while it adds articles loses none that it has reported. */
class KillTest {
  /** How often; {@code -Ddemarche.kills=100} for a long run. */
  private static final int KILLS = Integer.getInteger("demarche.kills", 4);

  private static final int BATCH = 20;
  private static final int SENTENCES = 5;

  @TempDir Path folder;

  /** Adds articles without end; names the last one of each batch once it is stored. */
  static final class Importer {
    private Importer() {}

    public static void main(String[] args) {
      try (Archive archive = Archive.open(args[0])) {
        for (int next = Integer.parseInt(args[1]); ; next += BATCH) {
          List<Entry> batch = new ArrayList<>();
          for (int i = next; i < next + BATCH; i++) {
            batch.add(GeneratedNews.entry(i, SENTENCES));
          }
          archive.add(batch);
          System.out.println(next + BATCH - 1);
          System.out.flush();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingReportedIsLost(Dialect dialect) throws IOException, InterruptedException {
    String address = Databases.fresh(dialect, folder);
    Random random = new Random(5);
    int stored = -1;
    for (int kill = 0; kill < KILLS; kill++) {
      stored = importUntilKilled(address, stored + 1, random.nextInt(300));
      try (Archive archive = Archive.open(address)) {
        for (int i = Math.max(0, stored - 100); i <= stored; i++) {
          Entry entry = GeneratedNews.entry(i, SENTENCES);
          assertThat(archive.known(entry.page(), GeneratedNews.RUN)).isPresent();
        }
        assertWhole(archive, stored);
      }
    }
    assertThat(stored).isGreaterThanOrEqualTo(KILLS * BATCH - 1);
  }

  /**
   * @param millis how long it may run after its first report
   * @return the last article reported
   */
  private static int importUntilKilled(String address, int from, int millis)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Importer.class.getName(),
                address,
                Integer.toString(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = -1;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      assertThat(first).as("the importer's first report").isNotNull();
      last = Integer.parseInt(first);
      Thread killer =
          new Thread(
              () -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(millis);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                process.destroyForcibly();
              });
      killer.start();
      // A line that was cut off by the kill was not reported.
      StringBuilder line = new StringBuilder();
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c == '\n') {
          last = Integer.parseInt(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
      killer.join();
    }
    process.waitFor();
    return last;
  }

  /** No half article: whole batches, each event with its detail and its article. */
  private static void assertWhole(Archive archive, int stored) {
    Integer articles =
        archive
            .database()
            .read(h -> h.createQuery("SELECT count(*) FROM article").mapTo(Integer.class).one());
    assertThat(articles).isGreaterThan(stored);
    assertThat(articles % BATCH).isZero();
    for (String table : List.of("event", "event_detail", "sentence", "sentence_text")) {
      Integer rows =
          archive
              .database()
              .read(h -> h.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
      assertThat(rows).as(table).isEqualTo(articles * SENTENCES);
    }
    if (archive.database().dialect() == Dialect.SQLITE) {
      String sound =
          archive
              .database()
              .read(h -> h.createQuery("PRAGMA quick_check").mapTo(String.class).one());
      assertThat(sound).isEqualTo("ok");
    }
  }
}
