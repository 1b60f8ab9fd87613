package org.demarche.coder.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebookReaderTest {
  private static final String GOOD =
      """
      - rule: greet
        type: CONSULT
        cameo: "040"
        when:
          - verb: [greet]
            object: [<actor>]
        actor: [subject]
        recipient: [object]
        priority: 1
        examples:
          - text: Peru greeted Chile.
            published: 2022-06-20
            events: [PER -> CHL]
      """;

  private static Codebook read(String... contents) {
    return Codebook.of(
        IntStream.range(0, contents.length)
            .mapToObj(i -> new DataFile("file" + (i + 1) + ".yaml", contents[i]))
            .toList());
  }

  private static List<Problem> problems(String... contents) {
    DataException thrown = catchThrowableOfType(DataException.class, () -> read(contents));
    assertThat(thrown).as("an error is reported").isNotNull();
    thrown
        .problems()
        .forEach(p -> assertThat(thrown).hasMessageContaining(p.at() + ": " + p.what()));
    return thrown.problems();
  }

  @Test
  void readsAGoodRule() {
    Rule rule = read(GOOD).rule("greet").orElseThrow();
    assertThat(rule.type()).isEqualTo("CONSULT");
    assertThat(rule.cameo()).isEqualTo("040");
    assertThat(rule.priority()).isEqualTo(1);
    assertThat(rule.source()).isEqualTo(new Source("file1.yaml", 1));
    assertThat(rule.examples())
        .singleElement()
        .satisfies(e -> assertThat(e.source().line()).isEqualTo(11));
  }

  /** Each row spoils one line of the good rule. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          priority: 1             | prioritee: 1          | 9  | unknown key 'prioritee'; known are
          object: [<actor>]       | objekt: [<actor>]     | 6  | unknown key 'objekt'; known are
          published: 2022-06-20   | date: 2022-06-20      | 12 | unknown key 'date'; known are
          verb: [greet]           | verb: ['@greeting']   | 5  | unknown set '@greeting'
          object: [<actor>]       | object: ['@thing']    | 6  | unknown set '@thing'
          object: [<actor>]       | object: [<aktor>]     | 6  | unknown class '<aktor>'
          object: [<actor>]       | act: [HUG]            | 6  | no rule gives the type 'HUG'
          recipient: [object]     | recipient: [objekt]   | 8  | unknown slot 'objekt'
          actor: [subject]        | actor: [agent]        | 7  | unknown slot 'agent'
          published: 2022-06-20   | published: 2022-06-31 | 12 | no date: 2022-06-31
          published: 2022-06-20   | published: soon       | 12 | no date: soon
          priority: 1             | priority: high        | 9  | expected a whole number
          priority: 1             | between: maybe        | 9  | expected true or false, not 'maybe'
          priority: 1             | mode: [a, b]          | 9  | expected a word or a text here
          verb: [greet]           | subject: [peru]       | 5  | a frame must name its predicate
          object: [<actor>]       | modal: [shalt]        | 6  | modals are
          object: [<actor>]       | voice: middle         | 6  | voice is active or passive
          events: [PER -> CHL]    | events: []            | 1  | rule 'greet' has no example that yields
          type: CONSULT           | contexts: [a]         | 1  | rule 'greet' needs type
          cameo: "040"            | contexts: [a]         | 1  | rule 'greet' needs cameo
          rule: greet             | contexts: [a]         | 1  | a rule needs a name
          """)
  void namesFileLineAndRemedy(String good, String bad, int line, String what) {
    assertThat(GOOD).contains(good);
    assertThat(problems(GOOD.replace(good, bad)))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.what()).contains(what);
              assertThat(p.at()).isEqualTo(new Source("file1.yaml", line));
            });
  }

  @Test
  void aRuleWithoutExamplesIsReported() {
    String none = GOOD.substring(0, GOOD.indexOf("  examples:"));
    assertThat(problems(none))
        .extracting(Problem::what)
        .containsExactly("rule 'greet' has no example that yields an event");
  }

  @Test
  void twoRulesOfOneNameAreReportedWithBothPlaces() {
    assertThat(problems(GOOD, "\n\n" + GOOD))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.at()).isEqualTo(new Source("file2.yaml", 3));
              assertThat(p.what()).contains("'greet' stands twice").contains("file1.yaml:1");
            });
  }

  @Test
  void whatIsNoYamlIsReportedAtItsLine() {
    assertThat(problems(GOOD, "- rule: a\n  when: [verb: {\n"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.at().file()).isEqualTo("file2.yaml");
              assertThat(p.at().line()).isGreaterThan(1);
              assertThat(p.what()).startsWith("not YAML");
            });
    assertThat(problems("- rule: a\n\tx: 1\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.at().line()).isEqualTo(2));
    assertThat(problems("- {rule: a, rule: b}\n"))
        .anySatisfy(p -> assertThat(p.what()).isEqualTo("key 'rule' stands twice"));
  }

  @Test
  void aScalarWhereARuleShouldStandIsReported() {
    assertThat(problems("- hello\n"))
        .extracting(Problem::what)
        .contains("expected keys and values here");
  }

  @Test
  void allProblemsComeInOneGo() {
    String bad =
        GOOD.replace("priority: 1", "prioritee: 1")
            .replace("recipient: [object]", "recipient: [objekt]")
            .replace("published: 2022-06-20", "published: soon");
    List<Problem> found = problems(bad, "- rule: x\n", "a: [");
    assertThat(found).hasSize(5);
    assertThat(found.stream().map(p -> p.at().file()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("file1.yaml", "file2.yaml", "file3.yaml");
  }

  @Test
  void setsHoldSetsButNotThemselves() {
    DataFile sets = new DataFile("sets.yaml", "hail: [greet, '@wave']\nwave: [wave at]\n");
    DataFile rules = new DataFile("rules.yaml", GOOD.replace("verb: [greet]", "verb: ['@hail']"));
    Codebook codebook = Codebook.of(List.of(sets, rules));
    assertThat(codebook.isTrigger("greet")).isTrue();
    assertThat(codebook.isTrigger("wave")).isTrue();
    DataFile circle = new DataFile("sets.yaml", "hail: ['@wave']\nwave: ['@hail']\n");
    assertThatThrownBy(() -> Codebook.of(List.of(circle, rules)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("holds itself");
  }

  @Test
  void aSetDefinedTwiceIsReported() {
    DataFile one = new DataFile("sets.yaml", "hail: [greet]\n");
    DataFile two = new DataFile("sets-more.yaml", "\nhail: [wave]\n");
    assertThatThrownBy(() -> Codebook.of(List.of(one, two, new DataFile("r.yaml", GOOD))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("sets-more.yaml:2")
        .hasMessageContaining("defined twice");
  }

  @Test
  void aUsersRuleReplacesOnlyWhereItSaysSo() {
    String own = GOOD.replace("cameo: \"040\"", "cameo: \"043\"\n  replace: true");
    Codebook both = read(GOOD, own);
    assertThat(both.rules()).hasSize(1);
    assertThat(both.rule("greet").orElseThrow().cameo()).isEqualTo("043");
    assertThat(problems(GOOD, own.replace("replace: true", "replace: false"))).hasSize(1);
  }

  @Test
  void aUsersFolderAddsToTheBuiltInBook(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(folder.resolve("deep/own.yaml"), GOOD.replace("greet", "frobnicate"));
    Files.writeString(folder.resolve("notes.txt"), "no rule");
    Codebook built = Codebook.builtIn();
    Codebook more = Codebook.builtInWith(DataFile.ofFolder(folder));
    assertThat(more.rules()).hasSize(built.rules().size() + 1);
    assertThat(more.rule("frobnicate")).isPresent();
    assertThat(more.hash()).isNotEqualTo(built.hash());
    assertThat(more.rule("frobnicate").orElseThrow().source().file()).endsWith("own.yaml");
  }

  @Test
  void anEmptyCodebookIsRefused() {
    assertThatThrownBy(() -> Codebook.of(List.of())).hasMessageContaining("no rules");
    assertThatThrownBy(() -> read("")).hasMessageContaining("no rules");
  }

  @Test
  void theHashTellsContentsApart() {
    assertThat(read(GOOD).hash()).isEqualTo(read(GOOD).hash()).hasSize(12);
    assertThat(read(GOOD).hash()).isNotEqualTo(read(GOOD + "\n").hash());
  }
}
