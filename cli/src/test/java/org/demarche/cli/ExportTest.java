package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports, from articles and from an archive, and imported dictionaries. */
class ExportTest {
  private static final Path DICTIONARIES = Cli.ROOT.resolve("docs/dictionaries");
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gdelt",
        "gdelt-mentions",
        "icews",
        "polecat",
        "phoenix",
        "graphml",
        "edges",
        "parquet",
        "brat"
      })
  void codesToEveryFormat(String format) {
    Path out = folder.resolve("events." + format);
    Cli.Ran ran =
        Cli.run(
            "code",
            Cli.SAMPLES.resolve("agency-sanctions.txt").toString(),
            "--format",
            format,
            "--output",
            out.toString());
    assertThat(ran.exit()).describedAs(ran.err()).isZero();
    assertThat(out).exists();
    assertThat(folder.resolve("events." + format + ".datapackage.json")).exists();
  }

  @Test
  void anArchiveIsExportedAndSearched() throws IOException {
    Path file = folder.resolve("news.db");
    try (Archive archive = Archive.open(file.toString())) {
      for (String text :
          List.of(
              "Kazakhstan attacked Japan near Geneva on Monday. France praised Germany.",
              "Canada condemned Norway.")) {
        Article article =
            Article.of("a" + text.length(), text).published(LocalDate.of(2022, 5, 16));
        archive.add(Entry.of(article, Cli.coder().code(article)));
      }
    }
    assertThat(export(file, "icews").lines().skip(1)).hasSize(3);
    List<String> found = export(file, "icews", "--query", "actor:KAZ").lines().skip(1).toList();
    assertThat(found).hasSize(1).allMatch(l -> l.contains("Genève\t\tGeneva\tSwitzerland"));
    Path brat = folder.resolve("brat");
    export(file, "brat", "--output", brat.toString());
    assertThat(brat.resolve("1.ann")).content().contains("Place:");
    Path parquet = folder.resolve("all.parquet");
    export(file, "parquet", "--output", parquet.toString());
    assertThat(Files.size(parquet)).isPositive();
    Cli.Ran wrong =
        Cli.run("export", "--archive", file.toString(), "--format", "csv", "--query", "actor:");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("^");
  }

  private static String export(Path file, String format, String... more) {
    String[] first = {"export", "--archive", file.toString(), "--format", format};
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    Cli.Ran ran = Cli.run(all);
    assertThat(ran.exit()).describedAs(ran.err()).isZero();
    return ran.out();
  }

  @Test
  void importedDictionariesAreUsed() throws IOException {
    Path out = folder.resolve("imported");
    Cli.Ran ran =
        Cli.run(
            "codebook",
            "import",
            DICTIONARIES.resolve("verbs.txt").toString(),
            DICTIONARIES.resolve("actors.txt").toString(),
            DICTIONARIES.resolve("agents.txt").toString(),
            "--output",
            out.toString());
    assertThat(ran.exit()).describedAs(ran.err()).isZero();
    assertThat(ran.out()).contains("5 verb patterns").contains("a null code");
    assertThat(out.resolve("left-out.tsv")).content().contains("verbs.txt\t16\ta null code");
    Cli.Ran coded =
        Cli.runWith(
            "Marshal Strobil upbraided France for its aggression.",
            "code",
            "-",
            "--published",
            "2010-05-06",
            "--codebook",
            out.resolve("codebook").toString(),
            "--only-codebook",
            "--actors",
            out.resolve("actors").toString());
    assertThat(coded.lines()).hasSize(1);
    assertThat(coded.out()).contains("\"imported-rebuke-112\"", "\"code\":\"KAZ\"");
    Cli.Ran again =
        Cli.run(
            "codebook",
            "import",
            DICTIONARIES.resolve("verbs.txt").toString(),
            "--output",
            out.toString());
    assertThat(again.exit()).isEqualTo(2);
  }
}
