package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.archive.store.Archive;
import org.demarche.cli.output.PressArticleJson;
import org.demarche.press.page.Block;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on an archive, one after the other, as a reader would use them. */
class ArchiveCommandsTest {
  @TempDir private Path folder;
  private String archive;

  @BeforeEach
  void name() {
    archive = folder.resolve("a.db").toString();
  }

  private Cli.Ran add(String jsonl) {
    return Cli.runWith(jsonl, "add", "-", "--archive", archive);
  }

  private static String line(String id, String day, String text) {
    return "{\"id\":\"" + id + "\",\"published\":\"" + day + "\",\"text\":\"" + text + "\"}\n";
  }

  private static final String TREATY =
      line("t", "2024-05-06", "Kazakhstan signed a trade agreement with Japan on Monday.");
  private static final String VISIT =
      line("v", "2024-05-08", "The foreign minister of France visited Japan on Tuesday.");

  @Test
  void whatIsAddedTwiceIsThereOnce() {
    Cli.Ran first = add(TREATY + VISIT);
    assertThat(first.exit()).isZero();
    assertThat(first.lines()).hasSize(2).allMatch(l -> l.contains("\"change\":\"new_article\""));

    Cli.Ran second = add(TREATY + VISIT);
    assertThat(second.lines()).hasSize(2).allMatch(l -> l.contains("\"change\":\"unchanged\""));
    assertThat(second.err()).startsWith("2 articles: 2 unchanged; 0 events read");
  }

  private static final String PORTAL =
      """
      Published: 2022-09-19

      Войти

      How Serbia Will Cross the Danube: Belgrade's Three Bridges

      1274
      0
      +3
      Image source: © Example Pictures

      Serbia is opening bridges over the Danube, and each of them leads in another direction

      The Danube states will meet next week, and Serbia wants more of it than speeches. Belgrade cannot count on \
      Brussels alone, writes Huanqiu Shibao, and will build three bridges of its own.

      Staff Columnist

      On August 30, Serbia signed an agreement on a common electricity market with Hungary. In mid-July, the \
      Serbian president met the president of Austria in Belgrade.

      The rights to this material belong to
      The material is placed by the copyright holder in the public domain
      Original publication
      InoSMI's texts do not reflect the position of any editorial board ВПК.name
      Do you want to leave a comment? Register and/or Log in
      ПОДПИСКА НА НОВОСТИ
      """;

  /**
   * Everything that a page says is kept, whichever way it came in, and goes out with its events.
   */
  @Test
  void whatAPageSaysIsKept() throws IOException {
    Path page = folder.resolve("portal.txt");
    Files.writeString(page, PORTAL);
    assertThat(Cli.run("add", page.toString(), "--archive", archive).exit()).isZero();
    PressArticle kept = only(archive);
    assertThat(kept.article().title()).startsWith("How Serbia Will Cross the Danube");
    assertThat(kept.article().byline()).isEqualTo("Staff Columnist");
    assertThat(kept.lead()).startsWith("The Danube states will meet");
    assertThat(kept.published()).contains(Moment.of(LocalDate.of(2022, 9, 19)));
    assertThat(kept.image().orElseThrow().credit()).isEqualTo("Example Pictures");
    assertThat(kept.article().provenance().hops().stream().map(h -> h.name()))
        .containsExactly("Huanqiu Shibao", "InoSMI", "VPK.name");
    assertThat(kept.rights().orElseThrow()).startsWith("The rights to this material belong to");
    assertThat(kept.surroundings().views()).hasValue(1274);

    Path lines = folder.resolve("portal.jsonl");
    Files.writeString(lines, PressArticleJson.line(kept) + "\n");
    String other = folder.resolve("b.db").toString();
    assertThat(Cli.run("add", lines.toString(), "--archive", other).exit()).isZero();
    PressArticle again = only(other);
    assertThat(PressArticleJson.line(again)).isEqualTo(PressArticleJson.line(kept));

    for (String format : List.of("jsonl", "csv")) {
      assertThat(Cli.run("export", "--archive", archive, "--format", format).out())
          .contains("The rights to this material belong to");
    }
  }

  private static PressArticle only(String archive) {
    List<PressArticle> pages = new ArrayList<>();
    try (Archive opened = Archive.open(archive)) {
      opened.eachArticle(article -> pages.add(article.page()));
    }
    assertThat(pages).hasSize(1);
    return pages.get(0);
  }

  @Test
  void aBadArticleStopsNoOther() {
    Cli.Ran ran = add(TREATY + "{broken\n" + VISIT);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.err()).contains("- line 2: not JSON").contains("1 malformed json");
  }

  @Test
  void findsEvents() {
    add(TREATY + VISIT);
    Cli.Ran lines = Cli.run("search", "actor:FRA type:CONSULT", "--archive", archive);
    assertThat(lines.lines())
        .singleElement()
        .asString()
        .contains("\"code\":\"FRA\"", "\"archive\":");
    Cli.Ran table =
        Cli.run("search", "party:JPN", "--archive", archive, "--format", "table", "--limit", "1");
    assertThat(table.out())
        .contains("CONSULT visit", "FRA/GOV", "[foreign minister] of France *visited* {Japan}");
    assertThat(table.err()).contains("the latest 1 are shown");
    Cli.Ran articles = Cli.run("search", "--articles", "trade", "--archive", archive);
    assertThat(articles.lines()).singleElement().asString().contains("\"article\":1");
    assertThat(Cli.run("search", "--count", "--archive", archive, "party:KAZ").out())
        .contains("in 2 reports");
  }

  @Test
  void theLanguageOfEachBlockIsKept() {
    Cli.run("add", Cli.SAMPLES.resolve("portal-page.txt").toString(), "--archive", archive);
    try (Archive opened = Archive.open(archive)) {
      assertThat(opened.article(1).orElseThrow().page().blocks())
          .hasSizeGreaterThan(2)
          .extracting(Block::language)
          .containsOnly("en");
    }
  }

  @Test
  void findsVotes() {
    add(line("n", "2024-05-06", "Japan voted for the resolution, and Cuba and Iran abstained."));
    Cli.Ran lines = Cli.run("search", "--votes", "vote:abstained", "--archive", archive);
    assertThat(lines.lines())
        .hasSize(2)
        .allMatch(
            l -> l.contains("\"mode\":\"abstained\"") && l.contains("\"archive\":{\"vote\":"));
    assertThat(Cli.run("search", "--votes", "--limit", "1", "--archive", archive).lines())
        .hasSize(1);
    Cli.Ran table =
        Cli.run("search", "--votes", "resolution", "--archive", archive, "--format", "table");
    assertThat(table.out())
        .contains("VOTE abstained", "CUB, IRN", "[Japan] voted for the resolution, and [Cuba]");
    assertThat(Cli.run("search", "--votes", "--count", "--archive", archive).out())
        .isEqualTo("3 votes\n");
    assertThat(Cli.run("search", "--votes", "--articles", "--archive", archive).exit())
        .isEqualTo(2);
  }

  @Test
  void aMistakeInTheQueryIsPointedAt() {
    add(TREATY);
    Cli.Ran ran = Cli.run("search", "a (b", "--archive", archive);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("demarche: this parenthesis is not closed\n  a (b\n    ^\n");
  }

  @Test
  void whatIsNoArchiveIsSaid() throws IOException {
    assertThat(Cli.run("search", "a", "--archive", archive).exit()).isEqualTo(2);
    assertThat(Cli.run("search", "a", "--archive", archive).err())
        .contains("there is no archive at");
    Path text = folder.resolve("note.txt");
    Files.writeString(text, "This is no database. ".repeat(100));
    Cli.Ran ran = Cli.run("add", "-", "--archive", text.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("cannot open the archive", "not a database");
    assertThat(Files.readString(text)).startsWith("This is no database.");
  }

  @Test
  void recodesAndCompares() throws IOException {
    add(TREATY + VISIT);
    assertThat(Cli.run("diff", "--archive", archive).exit()).isEqualTo(2);
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("own.yaml"),
        """
        - rule: treaty
          type: COOPERATE
          cameo: "061"
          when: { verb: [sign], object: [agreement] }
          between: true
          examples:
            - text: Kazakhstan signed an agreement with Japan.
              events: [KAZ -> JPN, JPN -> KAZ]
        """);
    Cli.Ran recoded =
        Cli.run("recode", "--codebook", rules.toString(), "--only-codebook", "--archive", archive);
    assertThat(recoded.exit()).isZero();
    assertThat(recoded.err()).startsWith("2 articles coded again");

    assertThat(Cli.run("diff", "--runs", "--archive", archive).lines()).hasSize(2);
    Cli.Ran table = Cli.run("diff", "--archive", archive, "--format", "table");
    assertThat(table.out()).contains("treaty", "~ ", "− CONSULT visit  FRA/GOV → JPN");
    assertThat(Cli.run("diff", "1", "2", "--archive", archive).out())
        .contains("\"change\":\"vanished\"", "\"change\":\"changed\"");
    assertThat(Cli.run("diff", "1", "9", "--archive", archive).err()).contains("no run 9");
    assertThat(Cli.run("search", "type:CONSULT", "--archive", archive).lines()).isEmpty();
  }
}
