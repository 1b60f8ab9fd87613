package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageScoreTest {
  @TempDir private Path folder;

  private static PageScore.Page compare(String gold, String text) {
    return PageScore.compare(new PageGold("x", "", gold, Path.of("x")), text);
  }

  @Test
  void shinglesOfFourTokens() {
    PageScore.Page page = compare("a b c d e f", "a b c d x");
    assertThat(page.precision()).isEqualTo(1 / 2.0, within(1e-9));
    assertThat(page.recall()).isEqualTo(1 / 3.0, within(1e-9));
    assertThat(compare("a, b. C d", "a b C d").f1()).isEqualTo(1);
    assertThat(compare("a b", "a b").f1()).isEqualTo(1);
    assertThat(compare("a b c d", "").f1()).isZero();
    assertThat(compare("", "").f1()).isEqualTo(1);
    // Repetition counts: what is printed twice is wrong once.
    assertThat(compare("a b c d", "a b c d a b c d").precision()).isEqualTo(1 / 5.0, within(1e-9));
  }

  @Test
  void allExtractorsReadAPlainPage() throws IOException {
    String first = "Norway signed an agreement with Iceland on fisheries on Monday, it said. ";
    String html = "<html><body><h1>T</h1><article><p>" + first.repeat(9) + "</p></article></body>";
    write("{\"a\": {\"articleBody\": \"" + first.repeat(9) + "\", \"url\": \"https://x.org/\"}}");
    Files.createDirectories(folder.resolve("html"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("html/a.html.gz")))) {
      out.write(html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    List<PageGold> gold = PageGold.read(folder);
    for (Map.Entry<String, PageScore.Extractor> one : PageExtractors.all().entrySet()) {
      assertThat(PageScore.score(one.getKey(), gold, one.getValue()).recall())
          .as(one.getKey())
          .isEqualTo(1);
    }
  }

  @Test
  void wrongGoldIsNamed() throws IOException {
    assertThatThrownBy(() -> PageGold.read(folder)).hasMessageContaining("ground-truth.json");
    write("{\"a\": {}}");
    assertThatThrownBy(() -> PageGold.read(folder)).hasMessageContaining("articleBody");
    write("{\"a\": {\"articleBody\": \"x\"}}");
    assertThatThrownBy(() -> PageGold.read(folder)).hasMessageContaining("a.html.gz");
    write("{\"a\": \n x}");
    assertThatThrownBy(() -> PageGold.read(folder)).hasMessageContaining("json:2: ");
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("ground-truth.json"), json);
  }
}
