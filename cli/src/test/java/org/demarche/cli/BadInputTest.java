package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.press.input.Inputs;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad input is named with its place and counted, and the rest goes on. */
class BadInputTest {
  private static final String GOOD = "Japan signed a trade agreement with Kazakhstan on Monday.\n";

  @TempDir private Path folder;
  private Path good;

  @BeforeEach
  void writeGood() throws IOException {
    good = Files.writeString(folder.resolve("z-good.txt"), GOOD);
  }

  /** Codes the file and a good one behind it. */
  private Cli.Ran withGood(Path bad) {
    Cli.Ran ran = Cli.run("code", bad.toString(), good.toString());
    assertThat(ran.out()).as("the good file is coded").contains("z-good.txt").contains("KAZ");
    return ran;
  }

  private void fails(Path bad, String kind, String... messages) {
    Cli.Ran ran = withGood(bad);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains(messages).contains("failed: 1 " + kind + ": " + bad);
  }

  @Test
  void emptyFile() throws IOException {
    Path bad = Files.createFile(folder.resolve("empty.txt"));
    fails(bad, "empty", bad + ": empty: no byte in it");
  }

  @Test
  void blankFile() throws IOException {
    fails(
        Files.writeString(folder.resolve("blank.txt"), " \n\n\t\n"),
        "no text",
        "no text that reads");
  }

  @Test
  void binary() throws IOException {
    Path bad = Files.write(folder.resolve("image.txt"), new byte[] {'G', 'I', 'F', 0, 1, 2});
    fails(bad, "binary", bad + ": not text: a NUL byte at byte 3");
  }

  @Test
  void controlCharacters() throws IOException {
    byte[] bytes = new byte[100];
    Arrays.fill(bytes, (byte) 3);
    fails(Files.write(folder.resolve("control.txt"), bytes), "binary", "100 control characters");
  }

  @Test
  void brokenUtf8() throws IOException {
    byte[] bytes = (GOOD + "Caf").getBytes(StandardCharsets.UTF_8);
    byte[] broken = Arrays.copyOf(bytes, bytes.length + 3);
    broken[bytes.length] = (byte) 0xE9;
    broken[bytes.length + 1] = ' ';
    broken[bytes.length + 2] = '.';
    fails(
        Files.write(folder.resolve("latin.txt"), broken),
        "not UTF-8",
        "broken UTF-8 at byte " + bytes.length + " (0xE9)");
  }

  @Test
  void byteOrderMarks() throws IOException {
    for (var charset :
        new Object[][] {{"UTF-16LE", "\ufeff"}, {"UTF-16BE", "\ufeff"}, {"UTF-8", "\ufeff"}}) {
      Path file = folder.resolve("marked-" + charset[0] + ".txt");
      Files.write(
          file,
          (charset[1] + GOOD).getBytes(java.nio.charset.Charset.forName((String) charset[0])));
      Cli.Ran ran = Cli.run("code", file.toString());
      assertThat(ran.exit()).as(charset[0].toString()).isZero();
      assertThat(ran.out()).contains("\"start\":0,\"end\":5,\"code\":\"JPN\"");
    }
  }

  @Test
  void fiftyMegabyteLine() throws IOException {
    Path text = huge("huge.txt", "", "");
    fails(text, "too large", "a file of 50 MB, over the limit of 10 MB");
    Path lines =
        huge(
            "huge.jsonl",
            "{\"text\":\"",
            "\"}\n{\"id\":\"after\",\"text\":\"" + GOOD.strip() + "\"}\n");
    Cli.Ran ran = Cli.run("code", lines.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains(lines + " line 1: a line of 50 MB, over the limit of 10 MB");
    assertThat(ran.out()).contains("\"article\":\"after\"");
  }

  @Test
  void fiftyMegabytesOnStandardInput() {
    List<Item<PressArticle>> items = new ArrayList<>();
    new Inputs(endless(50L << 20), Optional.empty()).read(List.of("-"), items::add);
    assertThat(items).singleElement().isInstanceOf(Item.Failed.class);
    assertThat(items.get(0).toString()).contains("50 MB, over the limit of 10 MB");
  }

  private static InputStream endless(long size) {
    return new InputStream() {
      private long left = size;

      @Override
      public int read() {
        return left-- > 0 ? 'a' : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int n = (int) Math.min(length, left);
        Arrays.fill(into, from, from + n, (byte) 'a');
        left -= n;
        return n == 0 ? -1 : n;
      }
    };
  }

  private Path huge(String name, String head, String tail) throws IOException {
    Path file = folder.resolve(name);
    byte[] part = "and so on and on ".getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      for (long written = 0; written < 50L << 20; written += part.length) {
        out.write(part);
      }
      out.write(tail.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void jsonLines() throws IOException {
    String good = "{\"id\":\"g%d\",\"text\":\"" + GOOD.strip() + "\"}";
    Path file =
        Files.write(
            folder.resolve("mixed.jsonl"),
            java.util.List.of(
                String.format(good, 1),
                "{\"text\": \"no end",
                "[1, 2]",
                "{\"title\":\"no text\"}",
                "{\"text\":7}",
                "{\"text\":\"A b.\",\"published\":\"yesterday\"}",
                "{\"text\":\"A b.\",\"spans\":[{\"role\":\"actor\",\"start\":0,\"end\":99}]}",
                "{\"text\":\"A b.\",\"spans\":[{\"role\":\"victim\",\"start\":0,\"end\":1}]}",
                "{\"text\":\"A b.\",\"spans\":[{\"role\":\"actor\",\"start\":0,\"end\":1}]}",
                "{\"text\":\"A b.\"} trailing",
                "",
                String.format(good, 2)));
    Cli.Ran ran = Cli.run("code", file.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("\"g1\"").contains("\"g2\"");
    assertThat(ran.err())
        .contains("mixed.jsonl line 2: not JSON")
        .contains("mixed.jsonl line 3: not a JSON object")
        .contains("mixed.jsonl line 4: has no \"text\"")
        .contains("mixed.jsonl line 5: \"text\" is not a string")
        .contains("mixed.jsonl line 6: \"published\" is not a date")
        .contains("mixed.jsonl line 7: the span 0..99 is not within the text of 4 characters")
        .contains("mixed.jsonl line 8: a span's role is 'victim'")
        .contains("mixed.jsonl line 9: \"spans\" must give one actor and one recipient")
        .contains("mixed.jsonl line 10: not JSON")
        .contains("2 articles")
        .contains("failed: 3 malformed json")
        .contains("failed: 6 bad field");
  }

  @Test
  void brokenUtf8InALineNamesTheOffsetInTheFile() throws IOException {
    byte[] first = ("{\"text\":\"" + GOOD.strip() + "\"}\n").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(first, first.length + 1);
    bytes[first.length] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("broken.jsonl"), bytes);
    assertThat(Cli.run("code", file.toString()).err())
        .contains("line 2: broken UTF-8 at byte " + first.length);
  }

  @Test
  void htmlWithoutText() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("empty.html"),
            "<html><head><title>T</title></head><body><script>var x = 1;</script></body></html>");
    fails(bad, "no text", bad + ": an HTML page with no text");
  }

  @Test
  void missingFile() {
    fails(folder.resolve("missing.txt"), "missing", "missing.txt: no such file");
  }

  @Test
  void emptyFolderIsNoFailure() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Cli.Ran ran = withGood(empty);
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("left out: 1 no .txt");
  }

  @Test
  void unreadableFolder() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    boolean denied = closed.toFile().setReadable(false) && !Files.isReadable(closed);
    org.junit.jupiter.api.Assumptions.assumeTrue(denied, "this user may read everything");
    try {
      assertThat(withGood(closed).exit()).isEqualTo(1);
    } finally {
      assertThat(closed.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void otherLanguagesAreLeftOutAloud() {
    Cli.Ran ran =
        Cli.runWith("Россия и Казахстан подписали соглашение о торговле в Москве.\n", "code", "-");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("not in English");
  }

  @Test
  void textWithoutFinalPunctuation() {
    assertThat(Cli.runWith("Japan signed a trade agreement with Kazakhstan", "code", "-").out())
        .contains("JPN");
  }
}
