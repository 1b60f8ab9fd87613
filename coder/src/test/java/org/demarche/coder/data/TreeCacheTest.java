package org.demarche.coder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.data.DataException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeCacheTest {
  /** Brings a set over the size that is worth keeping. */
  private static final String PADDING = "# ".repeat(TreeCache.SMALLEST);

  @TempDir Path folder;

  private List<TreeCache.Tree> trees(DataFile... files) {
    return new TreeCache(new CacheFolder(folder)).trees(List.of(files));
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static DataFile file(String content) {
    return new DataFile("a.yaml", content + "\n" + PADDING);
  }

  private static List<TreeCache.Tree> parsed(DataFile... files) {
    List<TreeCache.Tree> trees = new ArrayList<>();
    for (DataFile file : files) {
      List<Problem> problems = new ArrayList<>();
      trees.add(new TreeCache.Tree(YamlParser.parse(file, problems), problems));
    }
    return trees;
  }

  @ParameterizedTest
  @ValueSource(strings = {"actors", "codebook"})
  void keepsTheTreesOfTheBuiltInFiles(String set) throws IOException {
    DataFile[] files =
        DataFile.ofResources(DataFile.class, "/org/demarche/coder/" + set).toArray(DataFile[]::new);
    List<TreeCache.Tree> parsed = parsed(files);
    assertThat(parsed).allMatch(t -> t.problems().isEmpty());
    assertThat(trees(files)).isEqualTo(parsed);
    assertThat(kept()).hasSize(1);
    assertThat(trees(files)).isEqualTo(parsed);
  }

  static List<String> hostile() {
    return List.of(
        "",
        "# nothing",
        "---",
        "~",
        "a: ~\nb: null\nc:\nd: ''\ne: \"~\"\nf: !!null x\ng: Null",
        "a: &x [1, 2]\nb: *x\nc: {d: *x, e: &y word}\nf: *y",
        "? [a, b]\n: c\n? {d: e}\n: f",
        "a: 1\na: 2\nb: {c: 3, c: 4}",
        "a: |\n  two\n  lines\nb: >-\n  folded\n  text\n\n\nc: \"tab\\tnewline\\n\"",
        "a: \"\\u00e9\\U0001f600 \\0\"\nb: 'Ñandú 東京 🕊'",
        "x: " + "long ".repeat(200_000),
        "[".repeat(50) + "]".repeat(50),
        nested(50),
        "a: &l0 [x, y]\n" + laughs(24),
        "- 1\n".repeat(5000));
  }

  private static String nested(int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      text.append("  ".repeat(i)).append("level: \n");
    }
    return text.toString();
  }

  /** Each line doubles what the line before holds. */
  private static String laughs(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      text.append("a%d: &l%d [*l%d, *l%d]%n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void keepsAnyYaml(String content) throws IOException {
    DataFile file = file(content);
    DataFile plain = new DataFile("b.yaml", "a: b");
    trees(plain, file, plain);
    assertThat(kept()).hasSize(1);
    byte[] first = Files.readAllBytes(kept().get(0));
    List<Optional<YamlNode>> read = TreeFile.read(first);
    // what aliases multiply is compared by its compact form, which tells shared parts
    assertThat(TreeFile.write(read)).isEqualTo(first);
    List<Optional<YamlNode>> parsed =
        parsed(plain, file, plain).stream().map(TreeCache.Tree::root).toList();
    assertThat(TreeFile.write(parsed)).isEqualTo(first);
    if (!content.contains("&l0")) {
      assertThat(read).isEqualTo(parsed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 'never closed",
        "a: \"never closed",
        "a:\n\t- tab",
        "a: [1, 2",
        "a: b: c",
        "*nowhere",
        "a: 1\n--- \nb: 2",
        "a: \u0000",
        "%YAML 9.9\n---\na: 1",
        "&a [*a]",
        "a: &a\n  b: *a",
        "a: &a {? *a : b}"
      })
  void neverKeepsWhatIsNoYaml(String content) throws IOException {
    for (int i = 0; i < 2; i++) {
      List<TreeCache.Tree> trees = trees(new DataFile("b.yaml", "a: b"), file(content));
      assertThat(trees.get(0).problems()).isEmpty();
      assertThat(trees.get(1).root()).isEmpty();
      assertThat(trees.get(1).problems()).hasSize(1).allMatch(p -> p.at().file().equals("a.yaml"));
      assertThat(kept()).isEmpty();
    }
  }

  @Test
  void reportsTheSameFromTheCache() throws IOException {
    DataFile file = file("a: 1\nb:\n  c: 2\n  c: 3\n? [d]\n: 4\n");
    List<Problem> parsed = new ArrayList<>();
    use(Yaml.read(file, parsed).orElseThrow());
    assertThat(parsed.stream().map(Problem::toString))
        .containsExactly(
            "a.yaml:5: a key must be a word",
            "a.yaml:3: unknown key 'b'; known are a, c",
            "a.yaml:4: key 'c' stands twice");
    for (int i = 0; i < 2; i++) {
      List<Problem> problems = new ArrayList<>();
      Yaml.read(List.of(file), new CacheFolder(folder), problems, TreeCacheTest::use);
      assertThat(problems).isEqualTo(parsed);
      assertThat(kept()).hasSize(1);
    }
  }

  private static void use(Yaml yaml) {
    yaml.entries(Set.of("a", "c")).get("b").entries();
  }

  @Test
  void knowsTheNamesOfNow() {
    DataFile file = file("a: 1");
    trees(file);
    List<Yaml> found = new ArrayList<>();
    Yaml.read(
        List.of(new DataFile("moved.yaml", file.content())),
        new CacheFolder(folder),
        new ArrayList<>(),
        found::add);
    assertThat(found.get(0).source()).isEqualTo(new Source("moved.yaml", 1));
  }

  @Test
  void makesDamagedFileAnew() throws IOException {
    DataFile file = file("a: [b, c]\nd: {e: f}");
    List<TreeCache.Tree> whole = trees(file);
    Path kept = kept().get(0);
    byte[] bytes = Files.readAllBytes(kept);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      for (byte[] content : List.of(damaged, Arrays.copyOf(bytes, at))) {
        Files.write(kept, content);
        assertThatThrownBy(() -> TreeFile.read(content)).isInstanceOf(IOException.class);
        assertThat(trees(file)).isEqualTo(whole);
        assertThat(kept).hasBinaryContent(bytes);
      }
    }
  }

  @Test
  void worksWithoutFolder() throws IOException {
    Path taken = Files.createFile(folder.resolve("taken"));
    DataFile file = file("a: b");
    for (int i = 0; i < 2; i++) {
      assertThat(new TreeCache(new CacheFolder(taken)).trees(List.of(file)))
          .isEqualTo(parsed(file));
    }
  }

  @Test
  void keepsNoTextThatIsNoUnicode() throws IOException {
    DataFile file = file("a: \"\\ud800\"");
    assertThat(trees(file)).isEqualTo(parsed(file));
    assertThat(kept()).isEmpty();
  }

  @Test
  void parsesSmallSetsEachTime() throws IOException {
    trees(new DataFile("a.yaml", "a: b"));
    assertThat(kept()).isEmpty();
  }

  @Test
  void forgetsTheOldestSets() throws IOException {
    Files.createFile(folder.resolve("trees-of-another.txt"));
    trees(file("a: first"));
    Path first = folder.resolve(kept().get(0));
    Files.setLastModifiedTime(first, FileTime.fromMillis(1));
    for (int i = 1; i < TreeCache.KEPT; i++) {
      trees(file("a: " + i));
    }
    assertThat(kept()).hasSize(TreeCache.KEPT + 1).contains(first);
    trees(file("a: last"));
    assertThat(kept()).hasSize(TreeCache.KEPT + 1).doesNotContain(first);
  }
}
