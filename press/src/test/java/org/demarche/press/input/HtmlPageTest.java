package org.demarche.press.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static Article sample(String name) throws IOException, InputException {
    byte[] bytes = Files.readAllBytes(Path.of("../samples", name));
    return HtmlPage.article(name, Decoder.html(bytes));
  }

  @Test
  void linkedData() throws Exception {
    Article page = sample("page-linked-data.html");
    assertThat(page.title()).isEqualTo("Norway and Canada sign Arctic rescue accord");
    assertThat(page.published()).contains(LocalDate.of(2024, 2, 15));
    assertThat(page.byline()).isEqualTo("Invented Post");
    assertThat(page.text()).startsWith("Norway and Canada signed").doesNotContain("hockey");
    assertThat(page.text().split("\n\n")).hasSize(5);
    assertThat(page.provenance().hops()).hasSize(1);
  }

  @Test
  void plain() throws Exception {
    Article page = sample("page-plain.html");
    assertThat(page.title()).isEqualTo("Thai premier in Hanoi");
    assertThat(page.published()).isEmpty();
    assertThat(page.text().split("\n\n")).hasSize(5);
    assertThat(page.text()).contains("The two leaders discussed trade, tourism and the Mekong.");
  }

  @Test
  void sideColumns() throws Exception {
    Article page = sample("page-side-columns.html");
    assertThat(page.title()).isEqualTo("Kenya mediates in Sudan");
    assertThat(page.language()).isEqualTo("en");
    assertThat(page.published()).contains(LocalDate.of(2023, 7, 12));
    assertThat(page.text().split("\n\n")).hasSize(4);
    assertThat(page.text())
        .doesNotContain("Ghana")
        .doesNotContain("Uganda")
        .doesNotContain("cookies")
        .doesNotContain("hat")
        .doesNotContain("Somebody");
  }

  @Test
  void listsInTheArticleBelongToIt() throws Exception {
    Article page = sample("page-main.html");
    assertThat(page.published()).contains(LocalDate.of(2019, 4, 30));
    assertThat(page.text())
        .contains("Argentina will lift its tariffs on Brazilian steel by July.")
        .doesNotContain("footer")
        .doesNotContain("paper of record");
  }

  @Test
  void densestBlock() throws Exception {
    Article page = sample("page-no-article.html");
    assertThat(page.text())
        .startsWith("The Philippines and China held talks")
        .doesNotContain("coffee")
        .doesNotContain("chess");
  }

  @Test
  void declaredCharacterSet() throws Exception {
    Article page = sample("page-latin1.html");
    assertThat(page.title()).isEqualTo("Côte d'Ivoire and Mali reopen border");
    assertThat(page.text()).contains("São Tomé and Príncipe");
  }

  @Test
  void linesParted() throws Exception {
    Article page =
        HtmlPage.article(
            "x",
            "<html><body><h1>T</h1><div>Japan attacked Russia on Monday.<br><br>Russia protested"
                + " against the attack.</div></body></html>");
    assertThat(page.text()).contains("Japan attacked Russia on Monday.");
  }

  @Test
  void otherLanguage() throws Exception {
    Article page = HtmlPage.article("x", "<html lang='fr-FR'><p>La Chine a signé un accord.</p>");
    assertThat(page.language()).isEqualTo("fr");
  }
}
