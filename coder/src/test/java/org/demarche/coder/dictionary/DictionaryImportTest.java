package org.demarche.coder.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.coder.code.CodebookCheck;
import org.demarche.coder.code.Coder;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;

/** Dictionaries of our own making, in the formats of TABARI and PETRARCH. */
class DictionaryImportTest {
  private static final Path EXAMPLES = Path.of("../docs/dictionaries");

  @Test
  void theExamplesLoadAndCode() {
    Imported imported =
        DictionaryImport.of(
            Stream.of("verbs.txt", "actors.txt", "agents.txt")
                .map(n -> new DataFile(n, read(EXAMPLES.resolve(n))))
                .toList());
    Codebook codebook = Codebook.of(files(imported.codebook(Set.of())));
    ActorBook book = ActorBook.builtInWith(files(imported.actors()));
    Coder coder = new Coder(Syntax.load(), book, codebook);
    assertThat(new CodebookCheck(coder).run(r -> true).failures()).isEmpty();
    assertThat(
            coder
                .code(
                    Article.of(
                            "a",
                            "Marshal Strobil upbraided France for its aggression. The Ruritanian"
                                + " Guard shipped rifles to the Strelsau Front. The League of the"
                                + " Steppes parleyed with Ruritania.")
                        .published(LocalDate.of(2010, 5, 6)))
                .events())
        .extracting(e -> e.cameo() + " " + e.dyad())
        .containsExactly(
            "112 KAZ/GOV -> FRA",
            "072 KAZ/MIL -> KAZ/REB",
            "040 D.IGOLST/IGO -> KAZ",
            "040 KAZ -> D.IGOLST/IGO");
    assertThat(imported.carried())
        .containsEntry("verbs", 5)
        .containsEntry("verb patterns", 5)
        .containsEntry("dated codes", 3);
  }

  @Test
  void whatIsLeftOutIsSaidByLine() {
    Imported imported =
        DictionaryImport.of(
            List.of(
                new DataFile(
                    "v.txt",
                    """
                    --- MUSE [010] ---
                    MUSE
                    - * ALOUD ^ + [111]
                    - REFUSED_TO * + [120]
                    - * &UNKNOWN [111]
                    - * + [---]
                    - * NOT + [111]
                    """)));
    assertThat(imported.rules()).isEmpty();
    assertThat(imported.left())
        .extracting(l -> l.at() + " " + l.why())
        .containsExactly(
            "v.txt:1 CAMEO 01 has no PLOVER type",
            "v.txt:3 ^ (leaves words out)",
            "v.txt:4 words before the verb",
            "v.txt:5 a set that is not defined",
            "v.txt:6 a null code",
            "v.txt:7 a negation");
  }

  @Test
  void datedCodesBecomeTerms() {
    ActorBook book =
        ActorBook.of(
            files(
                DictionaryImport.of(
                        List.of(
                            new DataFile(
                                "a.txt",
                                "STROBIL_\n\t[KAZELI <991222]\n\t[KAZGOV 991222-20140229]\n\t[KAZGOV >140301]\n")))
                    .actors()),
            List.of());
    List<ActorEntry.Period> terms =
        book.entry("KAZ").orElseThrow().offices().stream()
            .flatMap(o -> o.terms().stream())
            .map(ActorEntry.Term::period)
            .toList();
    assertThat(terms)
        .extracting(
            t ->
                t.from().map(LocalDate::toString).orElse("")
                    + ".."
                    + t.until().map(LocalDate::toString).orElse(""))
        // 29 February 2014 is no day: that line is left out
        .containsExactly("..1999-12-21", "2014-03-01..");
  }

  @Test
  void tabariVerbsBeginTheirOwnBlocks() {
    Imported imported =
        DictionaryImport.of(
            List.of(
                new DataFile(
                    "t.txt",
                    "REBUKE [111] ;comment\n- * TALKS WITH + [120]\nGIVE [060]\n- * UP [080]\nGO = HEAD [---]\n")));
    assertThat(imported.rules()).hasSize(4);
    assertThat(String.join("", imported.rules().values()))
        .contains("{ verb: [\"rebuke\"], object: [\"talk\"] }")
        .contains("recipient: [with]")
        .contains("verb: [\"give up\"]")
        .contains("Kazakhstan gave");
  }

  @Test
  void anyTextIsRead() {
    for (String hostile :
        List.of(
            "",
            "\u0000",
            "---",
            "--- [",
            "- * [",
            "+",
            "&",
            "[",
            "]",
            "!A! =",
            "x = x",
            "- *\n- *",
            "--- A [050] ---\n- * \"\\ + [050]\nA\"B\\")) {
      Imported imported = DictionaryImport.of(List.of(new DataFile("h.txt", hostile)));
      if (!imported.rules().isEmpty()) {
        Codebook.of(files(imported.codebook(Set.of())));
      }
      if (imported.actors().containsKey("actors.yaml")) {
        ActorBook.builtInWith(files(imported.actors()));
      }
    }
  }

  private static List<DataFile> files(Map<String, String> files) {
    return files.entrySet().stream().map(e -> new DataFile(e.getKey(), e.getValue())).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
