package org.demarche.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.demarche.archive.export.Column;
import org.demarche.archive.export.Exporter;
import org.demarche.archive.export.Exports;
import org.demarche.archive.export.Format;
import org.demarche.archive.export.Piece;
import org.demarche.archive.export.Report;
import org.demarche.cluster.code.ArticleCoder;
import org.demarche.cluster.code.Station;
import org.demarche.cluster.code.StationPlan.CoderPlan;
import org.demarche.cluster.input.JobException;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;
import org.demarche.press.input.Inputs;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on a real Spark in this process. */
class CodingJobTest {
  private static final Coder CODER = Coder.create();
  private static final int ATTEMPTS = 3;

  private static final List<String> TEXTS =
      List.of(
          "Kazakhstan signed a trade agreement with Japan on Tuesday.\n"
              + "The two countries will also consult on water, the ministry said in a statement.",
          "Norway condemned the attack of the Iraqi army on the town on Friday.\n"
              + "It asked Iraq to withdraw its troops from the border and to open the road.");

  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark = LocalCommand.session(2, ATTEMPTS);
  }

  @AfterAll
  static void stop() throws IOException {
    spark.close();
  }

  /** The coder, on which some articles break down; it counts how often it is made. */
  private record Plan(String makings, int failures) implements CoderPlan {
    @Override
    public ArticleCoder make() {
      Path file = Path.of(makings);
      try {
        Files.writeString(file, "made\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (Files.readAllLines(file).size() <= failures) {
          throw new UncheckedIOException(new IOException("the models cannot be read just now"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Fragile();
    }
  }

  private record Fragile() implements ArticleCoder {
    @Override
    public boolean codes(String language) {
      return CODER.codes(language);
    }

    @Override
    public Coding code(Article article) {
      if (article.text().contains("unspeakable")) {
        throw new IllegalStateException("broke down");
      }
      return CODER.code(article);
    }
  }

  private Plan plan(int failures) {
    return new Plan(folder.resolve("makings").toString(), failures);
  }

  private Written run(Plan plan, Path output, Path... inputs) throws IOException {
    return new CodingJob(spark, plan).run(job(output, Optional.empty(), inputs));
  }

  private static Job job(Path output, Optional<String> batch, Path... inputs) {
    return new Job(
        Stream.of(inputs).map(Path::toString).toList(), output.toString(), batch, Optional.empty());
  }

  private static String line(String id, String day, String text) {
    return "{\"id\":\""
        + id
        + "\",\"title\":\"A title\",\"url\":\"https://news.example/"
        + id
        + "\",\"published\":\""
        + day
        + "\",\"text\":\""
        + text.replace("\n", "\\n\\n")
        + "\"}";
  }

  private Path lines(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  /** Enough lines for several parts, some of them without an id or a day. */
  private Path table(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    // Fills the parts, and is not read.
    String note = "{\"note\":\"" + "-".repeat(12_000) + "\",";
    for (int i = 0; i < 60; i++) {
      String text = TEXTS.get(i % TEXTS.size());
      String line =
          i % 7 == 3
              ? "{\"text\":\"" + text.replace("\n", "\\n\\n") + "\"}"
              : line("line-" + i, "2024-05-0" + (1 + i % 9), text);
      lines.add(note + line.substring(1));
    }
    return lines(name, lines);
  }

  /** What one machine writes: {@code demarche code … --output FILE.parquet} goes this way. */
  private Dataset<Row> oneMachine(Path... inputs) throws IOException {
    Path file = folder.resolve("one-machine.parquet");
    try (Exporter exporter = new Exports().toFile(Format.PARQUET, file)) {
      long[] number = {0};
      new Inputs(new ByteArrayInputStream(new byte[0]), Optional.empty())
          .read(
              Stream.of(inputs).map(Path::toString).toList(),
              input -> {
                if (input instanceof Item.Read<PressArticle> read
                    && CODER.codes(read.value().article().language())) {
                  Coding coding = CODER.code(read.value().article());
                  for (Event event : coding.events()) {
                    write(
                        exporter,
                        new Report(++number[0], event, Piece.of(read.value()), coding.run()));
                  }
                }
              });
    }
    return spark.read().parquet(file.toString());
  }

  private static void write(Exporter exporter, Report report) {
    try {
      exporter.write(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dataset<Row> table(Path output, String table) {
    return spark.read().parquet(output.resolve(table).toString());
  }

  /** The rows, each with all columns of one machine's, sorted as text. */
  private static List<String> rendered(Dataset<Row> rows) {
    return rows
        .selectExpr(Station.parquet().columns().stream().map(Column::name).toArray(String[]::new))
        .toJSON()
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void writesWhatOneMachineWrites() throws IOException {
    Path archive = folder.resolve("crawl.warc.gz");
    Pages.archive(archive, "press.example", TEXTS);
    Path table = table("table.jsonl");
    Path output = folder.resolve("out");

    Written written = run(plan(0), output, archive, table);

    Dataset<Row> events = table(output, "events");
    List<String> expected = rendered(oneMachine(archive, table));
    assertThat(expected).hasSizeGreaterThan(80);
    assertThat(rendered(events)).isEqualTo(expected);
    assertThat(Arrays.asList(events.columns()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Station.parquet().columns().stream().map(Column::name),
                    Stream.of("batch", "pubdate"))
                .toList());
    assertThat(events.filter("published <> pubdate").count()).isZero();
    assertThat(events.filter("pubdate is null").count())
        .isEqualTo(events.filter("published is null").count())
        .isPositive();
    assertThat(written.events()).isEqualTo(expected.size());
    assertThat(written.articles()).isEqualTo(62);
    assertThat(written.allRead()).isTrue();
    // Several parts, side by side, and one coder.
    assertThat(Files.readAllLines(folder.resolve("makings"))).hasSize(1);
  }

  @Test
  void aPartThatFailsIsTriedAgainAndABadRecordIsKept() throws IOException {
    Path table =
        lines(
            "bad.jsonl",
            List.of(
                line("good", "2024-05-06", TEXTS.get(0)),
                "{\"text\": 7}",
                line("breaks", "2024-05-06", "Something unspeakable happened."),
                "",
                line("french", "2024-05-06", TEXTS.get(0)).replace("{", "{\"language\":\"fr\",")));
    Path empty = Files.createFile(folder.resolve("empty.jsonl"));
    Path broken = Files.writeString(folder.resolve("broken.warc"), "no archive at all\r\n\r\n");
    Path output = folder.resolve("out");

    Written written = run(plan(1), output, table, empty, broken);

    assertThat(Files.readAllLines(folder.resolve("makings"))).hasSize(2);
    assertThat(rendered(table(output, "events"))).isEqualTo(rendered(oneMachine(table)));
    List<String> failures =
        table(output, "failures").collectAsList().stream()
            .map(r -> String.join("|", r.getString(0), r.getString(1), r.getString(2)))
            .map(s -> s.replace(folder + "/", ""))
            .toList();
    assertThat(failures)
        .containsExactlyInAnyOrder(
            "bad.jsonl line 2|bad.jsonl|reading",
            "breaks|bad.jsonl|coding",
            "empty.jsonl|empty.jsonl|reading",
            "broken.warc after byte 0|broken.warc|reading");
    assertThat(table(output, "failures").filter("why like '%broke down%'").count()).isEqualTo(1);
    assertThat(written.allRead()).isFalse();
    assertThat(written.articles()).isEqualTo(1);
    assertThat(written.leftOut().values()).containsExactly(1L);
  }

  @Test
  void aBatchIsReplacedAndNeverDoubled() throws IOException {
    Path one = lines("one.jsonl", List.of(line("a", "2024-05-06", TEXTS.get(0))));
    Path two = lines("two.jsonl", List.of(line("b", "2024-05-06", TEXTS.get(1))));
    Path output = folder.resolve("out");
    run(plan(0), output, one);
    List<String> first = rendered(table(output, "events"));

    run(plan(0), output, one);
    assertThat(rendered(table(output, "events"))).isEqualTo(first).isNotEmpty();

    // Of the same day, and yet nothing of the first batch is overwritten.
    run(plan(0), output, two);
    assertThat(rendered(table(output, "events")))
        .containsAll(first)
        .hasSizeGreaterThan(first.size());

    Job doubling = job(output, Optional.of("other"), one);
    assertThatThrownBy(() -> new CodingJob(spark, plan(0)).run(doubling))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("one.jsonl is in the batch");

    // What the first file no longer holds is gone after the next run.
    lines("one.jsonl", List.of(line("c", "2024-05-07", TEXTS.get(1))));
    run(plan(0), output, one);
    assertThat(table(output, "events").filter("article = 'a'").count()).isZero();
    assertThat(table(output, "events").filter("article in ('b', 'c')").count()).isPositive();
  }

  @Test
  void aJobThatIsGivenUpLeavesWhatWasThere() throws IOException {
    Path one = lines("one.jsonl", List.of(line("a", "2024-05-06", TEXTS.get(0))));
    Path output = folder.resolve("out");
    run(plan(0), output, one);
    List<String> before = rendered(table(output, "events"));
    Path makings = folder.resolve("makings");
    Files.delete(makings);

    assertThatThrownBy(() -> run(plan(Integer.MAX_VALUE), output, one))
        .isInstanceOf(SparkException.class);
    assertThat(Files.readAllLines(makings)).hasSize(ATTEMPTS);
    assertThat(rendered(table(output, "events"))).isEqualTo(before);

    run(new Plan(makings + "-again", 0), output, one);
    assertThat(rendered(table(output, "events"))).isEqualTo(before);
    assertThat(output.resolve("_staging")).doesNotExist();
  }

  @Test
  void aParquetTableIsReadAsItsLinesAre() throws IOException {
    Path table = table("table.jsonl");
    Path parquet = folder.resolve("articles");
    spark.read().json(table.toString()).coalesce(1).write().parquet(parquet.toString());
    Path file;
    try (Stream<Path> files = Files.list(parquet)) {
      file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }

    run(plan(0), folder.resolve("out"), parquet);

    List<String> expected =
        rendered(oneMachine(table)).stream()
            .map(row -> row.replace(table + "#", file + "#"))
            .sorted()
            .collect(Collectors.toList());
    assertThat(rendered(table(folder.resolve("out"), "events"))).isEqualTo(expected);
  }

  @Test
  void whatCannotBeReadIsSaidAtTheStart() throws IOException {
    Path output = folder.resolve("out");
    assertThatThrownBy(() -> run(plan(0), output, folder.resolve("none.jsonl")))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("none.jsonl");
    Path note = Files.writeString(folder.resolve("note.txt"), "a note");
    assertThatThrownBy(() -> run(plan(0), output, note)).hasMessageContaining("no .warc");
    Path table = lines("one.jsonl", List.of(line("a", "2024-05-06", TEXTS.get(0))));
    assertThatThrownBy(
            () -> new CodingJob(spark, plan(0)).run(job(output, Optional.of("../up"), table)))
        .hasMessageContaining("../up");
    Path other = folder.resolve("other");
    spark.sql("select 1 as number").write().parquet(other.toString());
    assertThatThrownBy(() -> run(plan(0), output, other))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("no column text, only number");
    assertThat(output.resolve("events")).doesNotExist();
  }
}
