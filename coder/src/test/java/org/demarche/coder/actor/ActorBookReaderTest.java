package org.demarche.coder.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorBookReaderTest {
  private static final String GOOD =
      """
      - code: RUR
        kind: state
        name: Ruritania
        names: [Kingdom of Ruritania]
        adjectives: [Ruritanian]
        capital: Strelsau
        offices:
          - office: head-of-state
            titles: [King]
            terms:
              - { name: Rudolf Elphberg, from: 2001-02-03, until: 2010 }
      - code: LEAGUE
        kind: organisation
        name: League of Realms
        sectors: [IGO]
        members:
          - { states: [RUR], from: 2002-05, until: 2004-02 }
      """;

  private static ActorBook read(String content, String... added) {
    return ActorBook.of(
        List.of(new DataFile("book.yaml", content)),
        java.util.Arrays.stream(added).map(a -> new DataFile("own.yaml", a)).toList());
  }

  private static List<Problem> problems(String content, String... added) {
    DataException thrown = catchThrowableOfType(DataException.class, () -> read(content, added));
    assertThat(thrown).as("an error is reported").isNotNull();
    thrown
        .problems()
        .forEach(p -> assertThat(thrown).hasMessageContaining(p.at() + ": " + p.what()));
    return thrown.problems();
  }

  @Test
  void readsAGoodBook() {
    ActorBook book = read(GOOD);
    ActorEntry entry = book.entry("RUR").orElseThrow();
    assertThat(entry.name()).isEqualTo("Ruritania");
    assertThat(entry.capitals()).containsExactly("Strelsau");
    assertThat(entry.source()).isEqualTo(new Source("book.yaml", 1));
    assertThat(entry.offices())
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.sectors())
                    .as("a state's office is its government")
                    .containsExactly("GOV"));
  }

  @Test
  void partDatesMeanTheirFirstAndLastDay() {
    ActorBook book = read(GOOD);
    assertThat(book.members("LEAGUE", LocalDate.of(2002, 4, 30))).isEmpty();
    assertThat(book.members("LEAGUE", LocalDate.of(2002, 5, 1))).containsExactly("RUR");
    assertThat(book.members("LEAGUE", LocalDate.of(2004, 2, 29))).containsExactly("RUR");
    assertThat(book.members("LEAGUE", LocalDate.of(2004, 3, 1))).isEmpty();
    var term = book.entry("RUR").orElseThrow().offices().get(0).terms().get(0).period();
    assertThat(term.holds(LocalDate.of(2010, 12, 31))).isTrue();
    assertThat(term.holds(LocalDate.of(2011, 1, 1))).isFalse();
    assertThat(term.holds(LocalDate.of(2001, 2, 2))).isFalse();
  }

  /** Each row spoils one line of the good book. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          capital: Strelsau        | capitol: Strelsau        | 6  | unknown key 'capitol'; known are
          titles: [King]           | title: [King]            | 9  | unknown key 'title'; known are
          name: Rudolf Elphberg,   | nam: Rudolf Elphberg,    | 11 | unknown key 'nam'; known are
          states: [RUR]            | state: [RUR]             | 17 | unknown key 'state'; known are
          kind: state              | kind: kingdom            | 1  | kind must be one of
          name: Ruritania          | names: []                | 1  | an entry needs a name
          code: RUR                | hq: Strelsau             | 1  | an entry needs a code
          from: 2001-02-03         | from: 2001-02-30         | 11 | '2001-02-30' is no date; write 2022
          until: 2010              | until: later             | 11 | 'later' is no date; write 2022
          until: 2004-02           | until: 2004-13           | 17 | '2004-13' is no date; write 2022
          states: [RUR]            | states: [RUX]            | 12 | LEAGUE: member 'RUX' has no entry
          sectors: [IGO]           | partof: NOWHERE          | 12 | LEAGUE: partof 'NOWHERE' has no entry
          """)
  void namesFileLineAndRemedy(String good, String bad, int line, String what) {
    assertThat(GOOD).contains(good);
    String spoilt =
        bad.equals("names: []") ? GOOD.replace("  name: Ruritania\n", "") : GOOD.replace(good, bad);
    assertThat(problems(spoilt))
        .anySatisfy(
            p -> {
              assertThat(p.what()).contains(what);
              assertThat(p.at()).isEqualTo(new Source("book.yaml", line));
            });
  }

  @Test
  void rolesNeedSectors() {
    assertThat(problems(GOOD, "- nouns: [wizard]\n"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.what()).contains("roles without sectors");
              assertThat(p.at()).isEqualTo(new Source("own.yaml", 1));
            });
  }

  @Test
  void whatIsNoYamlIsReported() {
    assertThat(problems(GOOD, "- code: [\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).startsWith("not YAML"));
  }

  @Test
  void allProblemsComeInOneGo() {
    String bad =
        GOOD.replace("capital:", "capitol:")
            .replace("until: 2010", "until: later")
            .replace("states: [RUR]", "states: [RUX]");
    assertThat(problems(bad)).hasSize(3);
  }

  @Test
  void aUsersEntryAddsToTheBooks() {
    ActorBook book =
        read(
            GOOD,
            """
            - code: RUR
              names: [Elphbergia]
              offices:
                - { office: head-of-state, titles: [King], terms: [{ name: Flavia Elphberg, from: 2011 }] }
            - { code: ZEN, kind: organisation, name: Zenda League }
            """);
    ActorEntry entry = book.entry("RUR").orElseThrow();
    assertThat(entry.name()).isEqualTo("Ruritania");
    assertThat(entry.names()).contains("Kingdom of Ruritania", "Elphbergia");
    assertThat(entry.offices()).hasSize(2);
    assertThat(book.entry("ZEN")).isPresent();
  }

  @Test
  void aUsersEntryReplacesWhereItSaysSo() {
    ActorBook book = read(GOOD, "- { code: RUR, kind: state, name: Elphbergia, replace: true }\n");
    ActorEntry entry = book.entry("RUR").orElseThrow();
    assertThat(entry.name()).isEqualTo("Elphbergia");
    assertThat(entry.names()).isEmpty();
    assertThat(entry.offices()).isEmpty();
  }

  @Test
  void aReplacementMustBeWhole() {
    assertThat(problems(GOOD, "- { code: RUR, replace: true }\n"))
        .extracting(Problem::what)
        .anySatisfy(w -> assertThat(w).contains("kind must be one of"));
  }

  @Test
  void aUsersFolderAddsToTheBuiltInBook(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("own.yaml"), GOOD);
    ActorBook book = ActorBook.builtInWith(DataFile.ofFolder(folder));
    assertThat(book.entry("RUR")).isPresent();
    assertThat(book.entry("FRA")).isPresent();
  }

  @Test
  void theBuiltInBookKnowsEveryStateItNames() {
    ActorBook book = ActorBook.builtIn();
    assertThat(book.entries().stream().filter(e -> e.kind() == ActorEntry.Kind.STATE))
        .hasSizeGreaterThanOrEqualTo(193)
        .allMatch(e -> e.code().matches("[A-Z]{3}"))
        .allMatch(e -> !e.name().startsWith("Xx"));
  }
}
