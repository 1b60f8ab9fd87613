package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.coder.text.Article;
import org.demarche.press.input.Inputs;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples, coded. {@code -Dgolden.update=true} rewrites the golden files. */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<String> KEYS =
      List.of(
          "article",
          "sentence",
          "type",
          "mode",
          "contexts",
          "quad",
          "cameo",
          "goldstein",
          "status",
          "confidence",
          "actor",
          "recipient",
          "date",
          "place",
          "attribution",
          "evidence",
          "act",
          "amount");

  private final ObjectMapper mapper = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agency-trade-treaty.txt",
        "agency-sanctions.txt",
        "agency-protests.txt",
        "agency-exercise.txt",
        "analysis-four-steps.txt",
        "vote-general-assembly.txt",
        "refusals-and-denials.txt",
        "portal-page.txt",
        "page-linked-data.html",
        "page-side-columns.html",
        "page-latin1.html",
        "wire.jsonl",
        "spans.jsonl"
      })
  void codesAsBefore(String sample) throws IOException {
    String coded = comparable(Cli.run("code", sample(sample)).out());
    Path golden = GOLDEN.resolve(sample + ".jsonl");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, coded);
    }
    assertThat(coded).isEqualTo(Files.readString(golden));
  }

  /** Without the folder's name, and what each edit of the book or each fit of weights moves. */
  private static String comparable(String out) {
    return out.replace(Cli.SAMPLES + "/", "")
        .replaceAll("(\"source\":\"[^\"]*):\\d+\"", "$1\"")
        .replaceAll("\"confidence\":[^,]*,", "");
  }

  private static String sample(String name) {
    return Cli.SAMPLES.resolve(name).toString();
  }

  private static String[] all(String... more) throws IOException {
    List<String> args = new ArrayList<>(List.of("code"));
    try (var files = Files.list(Cli.SAMPLES)) {
      files.map(Path::toString).sorted().forEach(args::add);
    }
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  @Test
  void allSamplesAreRead() throws IOException {
    Cli.Ran ran = Cli.run(all());
    assertThat(ran.exit()).isZero();
    assertThat(ran.err())
        .contains("27 articles, ")
        .contains("README.md")
        .contains("not coded, since not in English (fr): wire-3")
        .doesNotContain("failed");
    assertThat(ran.lines()).hasSizeGreaterThan(150);
  }

  @Test
  void offsetsLieInTheTextAndSayWhatStandsThere() throws IOException {
    Map<String, String> texts = new HashMap<>();
    new Inputs(System.in, Optional.empty())
        .read(
            List.of(Cli.SAMPLES.toString()),
            input -> {
              if (input instanceof Item.Read<PressArticle> read) {
                Article article = read.value().article();
                texts.put(article.id(), article.text());
              }
            });
    for (String line : Cli.run("code", Cli.SAMPLES.toString()).lines()) {
      JsonNode event = mapper.readTree(line);
      String text = texts.get(event.get("article").textValue());
      for (String part : List.of("actor", "recipient", "attribution", "evidence")) {
        JsonNode span = event.get(part);
        if (!span.isNull()) {
          int start = span.get("start").intValue();
          int end = span.get("end").intValue();
          assertThat(text.substring(start, end))
              .as("%s of %s", part, line)
              .isEqualTo(span.get("text").textValue());
        }
      }
    }
  }

  @Test
  void everyLineHasEveryKeyInOrder() throws IOException {
    for (String line : Cli.run("code", Cli.SAMPLES.toString()).lines()) {
      JsonNode event = mapper.readTree(line);
      List<String> keys = new ArrayList<>();
      event.fieldNames().forEachRemaining(keys::add);
      List<String> expected = new ArrayList<>(KEYS);
      if (event.get("type").textValue().equals("VOTE")) {
        expected.addAll(List.of("on", "body"));
        assertThat(event.get("quad").isNull()).isTrue();
      }
      assertThat(keys).isEqualTo(expected);
      assertThat(event.get("date").get("basis").textValue()).isIn("stated", "published", "unknown");
    }
  }

  @Test
  void threadsAndRepetitionChangeNothing() throws IOException {
    String one = Cli.run(all("--threads", "1")).out();
    assertThat(Cli.run(all("--threads", "2")).out()).isEqualTo(one);
    assertThat(Cli.run(all("--threads", "8")).out()).isEqualTo(one);
    assertThat(Cli.run(all("--threads", "1")).out()).isEqualTo(one);
  }

  @Test
  void facts() throws IOException {
    List<String> lines = Cli.run(all("--statuses", "facts")).lines();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(mapper.readTree(line).get("status").textValue()).isIn("happened", "ongoing");
    }
  }

  @Test
  void withoutVotes() throws IOException {
    String with = Cli.run("code", sample("vote-general-assembly.txt")).out();
    String without = Cli.run("code", sample("vote-general-assembly.txt"), "--no-votes").out();
    assertThat(with).contains("\"VOTE\"");
    assertThat(without)
        .isEqualTo(
            with.lines()
                .filter(line -> !line.contains("\"type\":\"VOTE\""))
                .map(line -> line + "\n")
                .collect(Collectors.joining()));
  }

  @Test
  void runIsNamedOnDemand() throws IOException {
    String line = Cli.run("code", sample("wire.jsonl"), "--run").lines().get(0);
    JsonNode run = mapper.readTree(line).get("run");
    assertThat(run.get("codebook").textValue()).hasSize(12);
    assertThat(run.get("parser").textValue()).isNotEmpty();
    assertThat(run.get("coder").textValue()).isNotEmpty();
  }

  @Test
  void furnitureIsNotCoded() {
    String out =
        Cli.run(
                "code",
                sample("portal-page.txt"),
                sample("page-side-columns.html"),
                sample("page-main.html"),
                sample("page-no-article.html"),
                sample("page-linked-data.html"))
            .out();
    assertThat(out)
        .doesNotContain("paprika")
        .doesNotContain("GRC")
        .doesNotContain("GHA")
        .doesNotContain("UGA")
        .doesNotContain("declared war")
        .doesNotContain("printers")
        .doesNotContain("footer")
        .doesNotContain("BRN")
        .doesNotContain("ice hockey");
  }
}
