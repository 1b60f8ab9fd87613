package org.demarche.press.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.demarche.press.page.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlTest {
  @TempDir private Path folder;

  private static List<String> read(Path file) {
    List<String> found = new ArrayList<>();
    new WarcFile(file)
        .read(
            0,
            (item, next) ->
                found.add(
                    item.fold(
                        page -> page.id() + " " + new String(page.bytes(), StandardCharsets.UTF_8),
                        skipped -> "skipped: " + skipped.why(),
                        failed -> "failed: " + failed.kind())));
    return found;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pagesComeOutAndTheRestIsSaid(boolean gzip) throws IOException {
    Path file = folder.resolve(gzip ? "a.warc.gz" : "a.warc");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("<p>Packed</p>".getBytes(StandardCharsets.UTF_8));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      Warcs.record(
          out, gzip, "warcinfo", "", "software: test\r\n".getBytes(StandardCharsets.UTF_8));
      Warcs.page(out, gzip, "https://a.example/1", "<p>Один</p>");
      Warcs.record(
          out,
          gzip,
          "response",
          "https://a.example/2",
          Warcs.http(404, "Content-Type: text/html\r\n", new byte[0]));
      Warcs.record(
          out,
          gzip,
          "response",
          "https://a.example/3",
          Warcs.http(200, "Content-Type: image/png\r\n", new byte[9]));
      Warcs.record(
          out,
          gzip,
          "response",
          "https://a.example/4",
          Warcs.http(
              200, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", packed.toByteArray()));
      Warcs.record(
          out,
          gzip,
          "response",
          "https://a.example/5",
          Warcs.http(
              200,
              "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
              "4\r\n<p>x\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
      Warcs.record(
          out,
          gzip,
          "response",
          "https://a.example/6",
          "no http at all".getBytes(StandardCharsets.UTF_8));
      Warcs.page(out, gzip, "https://a.example/7", "<p>Last</p>");
    }
    assertThat(read(file))
        .containsExactly(
            "skipped: not a page's record",
            "https://a.example/1 <p>Один</p>",
            "skipped: an answer without a page",
            "skipped: not HTML",
            "https://a.example/4 <p>Packed</p>",
            "https://a.example/5 <p>x",
            "failed: broken record",
            "https://a.example/7 <p>Last</p>");
  }

  @Test
  void anArchiveCutOffKeepsWhatCameBefore() throws IOException {
    Path file = folder.resolve("a.warc.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Warcs.page(bytes, true, "https://a.example/1", "<p>One</p>");
    Warcs.page(bytes, true, "https://a.example/2", "<p>Two</p>".repeat(1000));
    byte[] whole = bytes.toByteArray();
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
    assertThat(read(file))
        .startsWith("https://a.example/1 <p>One</p>")
        .last()
        .asString()
        .startsWith("failed: broken");
  }

  @Test
  void noArchiveAtAll() throws IOException {
    Path file = folder.resolve("a.warc");
    Files.writeString(file, "This is no archive.");
    assertThat(read(file)).containsExactly("failed: broken archive");
  }

  @Test
  void foldersAreReadInTheOrderOfTheirNames() throws IOException {
    Files.createDirectories(folder.resolve("CC-NEWS/2024/05"));
    try (OutputStream out =
        Files.newOutputStream(folder.resolve("CC-NEWS/2024/05/CC-NEWS-20240506.warc.gz"))) {
      Warcs.page(out, true, "https://a.example/1", "<p>One</p>");
    }
    Files.writeString(folder.resolve("b.html"), "<p>B</p>");
    Files.writeString(folder.resolve("notes.txt"), "no page");
    List<String> ids = new ArrayList<>();
    Crawl crawl = Crawl.of(List.of(folder));
    crawl.read(Place.START, (item, next) -> ids.add(((Item.Read<CrawledPage>) item).value().id()));
    assertThat(ids).containsExactly("https://a.example/1", folder.resolve("b.html").toString());
    assertThatThrownBy(() -> Crawl.of(List.of(folder.resolve("missing"))))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Crawl.of(List.of(folder.resolve("notes.txt"))))
        .hasMessageContaining("neither");
  }

  /**
   * Killed in the midst, again and again, in a process with little memory, with a huge page in it.
   */
  @Test
  void aKilledRunGoesOnAndLosesAndDoublesNothing() throws Exception {
    Path crawl = Files.createDirectories(folder.resolve("crawl"));
    int pages = 3000;
    try (OutputStream packed = Files.newOutputStream(crawl.resolve("a.warc.gz"));
        OutputStream plain = Files.newOutputStream(crawl.resolve("b.warc"))) {
      for (int i = 0; i < pages; i++) {
        String html = "<p>Page " + i + " of the crawl, with a sentence about talks.</p>";
        Warcs.page(i % 2 == 0 ? packed : plain, i % 2 == 0, "https://a.example/" + i, html);
        if (i == 1000) {
          Warcs.page(packed, true, "https://a.example/huge", "<p>".repeat(20_000_000));
        }
      }
    }
    Path output = folder.resolve("articles.tsv");
    int kills = 0;
    Process process = start(crawl, output, 500);
    while (kills < 3) {
      long before = lines(output);
      while (process.isAlive() && lines(output) < before + 300) {
        Thread.sleep(5);
      }
      assertThat(process.isAlive()).describedAs("killed before its end").isTrue();
      process.destroyForcibly().waitFor();
      kills++;
      process = start(crawl, output, kills < 3 ? 500 : 0);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).describedAs(said).isZero();
    List<String> ids =
        Files.readAllLines(output).stream().map(line -> line.split("\t")[0]).toList();
    List<String> wanted = new ArrayList<>();
    IntStream.range(0, pages)
        .filter(i -> i % 2 == 0)
        .forEach(i -> wanted.add("https://a.example/" + i));
    IntStream.range(0, pages)
        .filter(i -> i % 2 == 1)
        .forEach(i -> wanted.add("https://a.example/" + i));
    assertThat(ids).isEqualTo(wanted);
    assertThat(folder.resolve("articles.tsv.checkpoint")).doesNotExist();
  }

  private Process start(Path crawl, Path output, int pause) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledCrawl.class.getName(),
            crawl.toString(),
            output.toString(),
            Integer.toString(pause))
        .redirectErrorStream(true)
        .start();
  }

  private static long lines(Path output) throws IOException {
    if (!Files.exists(output)) {
      return 0;
    }
    try (var lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
      return lines.count();
    }
  }

  @Test
  void aCheckpointOfAnotherCrawlIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.html"), "<p>A</p>");
    Path output = folder.resolve("out");
    new Checkpoint(List.of("other"), Place.START, 0, 0).save(folder.resolve("out.checkpoint"));
    CrawlRun run =
        new CrawlRun(
            Crawl.of(List.of(folder.resolve("a.html"))),
            new org.demarche.press.feed.Paragraphs(),
            a -> "",
            output,
            1);
    assertThatThrownBy(run::unfinished).hasMessageContaining("other files");
    Files.writeString(folder.resolve("out.checkpoint"), "nonsense");
    assertThatThrownBy(run::unfinished).hasMessageContaining("no checkpoint");
  }
}
