package org.demarche.press.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.page.Block;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPageReaderTest {
  private static final String PROSE =
      "<p>Norway signed an agreement with Iceland on fisheries in Oslo on Monday, the ministry said.</p>"
          + "<p>Denmark has criticised the agreement, and it asked both states for consultations soon.</p>";
  private static final PageReader READER = HtmlPageReader.create();

  private static PressArticle sample(String name) throws IOException {
    return found(Files.readAllBytes(Path.of("../samples", name)), Optional.empty());
  }

  private static PressArticle page(String html) {
    return found(html.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static PressArticle found(byte[] html, Optional<String> url) {
    return READER
        .read("x", html, Optional.empty(), url)
        .fold(Reading.Found::article, nothing -> fail(nothing.why()));
  }

  private static List<String> way(PressArticle page) {
    return page.article().provenance().hops().stream().map(Hop::name).toList();
  }

  @Test
  void linkedData() throws Exception {
    PressArticle page = sample("page-linked-data.html");
    assertThat(page.article().title()).isEqualTo("Norway and Canada sign Arctic rescue accord");
    assertThat(page.published().orElseThrow()).hasToString("2024-02-15T08:30+01:00");
    assertThat(page.article().byline()).isEqualTo("Invented Post");
    assertThat(page.article().text())
        .startsWith("Norway and Canada signed")
        .doesNotContain("hockey");
    assertThat(page.blocks()).hasSize(5);
    assertThat(page.canonical()).contains("https://example.org/invented/arctic-rescue");
  }

  /** Only its own site's pages may a page give as its address. */
  @ParameterizedTest
  @CsvSource({
    "https://www.post.example.org/news/1, https://post.example.org/news/1?utm_source=x, true",
    "https://m.post.co.uk/news/1, https://news.post.co.uk/one, true",
    "https://evil.co.uk/news/1, https://post.co.uk/news/1, false",
    "https://evil.example/news/1, https://post.example.org/news/1, false",
    "https://post.example.org/news/1, https://post.example.org/, false",
    "https://post.example.org/?p=2, https://post.example.org/news/2, true",
  })
  void canonical(String fetched, String given, boolean believed) {
    String html =
        "<html><head><link rel=canonical href='"
            + given
            + "'></head><body><article><h1>Talks</h1><p>The ministers of the two states met on"
            + " Monday to discuss the border and the railway, a spokesman said.</p></article></html>";
    PressArticle page =
        READER
            .read(
                "x", html.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.of(fetched))
            .fold(f -> f.article(), n -> null);
    assertThat(page.canonical()).isEqualTo(believed ? Optional.of(given) : Optional.empty());
    assertThat(page.article().provenance().hops().get(0).url())
        .contains(believed ? given : fetched);
  }

  @Test
  void plain() throws Exception {
    PressArticle page = sample("page-plain.html");
    assertThat(page.article().title()).isEqualTo("Thai premier in Hanoi");
    assertThat(page.published()).isEmpty();
    assertThat(page.article().language()).isEqualTo("en");
    assertThat(page.blocks()).hasSize(5);
    assertThat(page.article().text())
        .contains("The two leaders discussed trade, tourism and the Mekong.");
  }

  @Test
  void sideColumns() throws Exception {
    PressArticle page = sample("page-side-columns.html");
    assertThat(page.article().title()).isEqualTo("Kenya mediates in Sudan");
    assertThat(page.article().language()).isEqualTo("en");
    assertThat(page.article().published()).contains(LocalDate.of(2023, 7, 12));
    assertThat(page.image().orElseThrow().credit()).isEqualTo("invented");
    assertThat(page.rights().orElseThrow()).startsWith("All rights reserved.");
    assertThat(page.blocks()).hasSize(4);
    assertThat(page.article().text())
        .doesNotContain("Ghana")
        .doesNotContain("Uganda")
        .doesNotContain("cookies")
        .doesNotContain("hat")
        .doesNotContain("Somebody");
  }

  @Test
  void listsInTheArticleBelongToIt() throws Exception {
    PressArticle page = sample("page-main.html");
    assertThat(page.article().published()).contains(LocalDate.of(2019, 4, 30));
    assertThat(page.blocks()).filteredOn(b -> b.kind() == Block.Kind.ITEM).hasSize(3);
    assertThat(page.article().text()).doesNotContain("footer").doesNotContain("paper of record");
  }

  @Test
  void densestBlock() throws Exception {
    assertThat(sample("page-no-article.html").article().text())
        .startsWith("The Philippines and China held talks")
        .doesNotContain("coffee")
        .doesNotContain("chess");
  }

  @Test
  void declaredCharacterSet() throws Exception {
    PressArticle page = sample("page-latin1.html");
    assertThat(page.article().title()).isEqualTo("Côte d'Ivoire and Mali reopen border");
    assertThat(page.article().text()).contains("São Tomé and Príncipe");
  }

  @Test
  void linesParted() {
    PressArticle page =
        page(
            "<html><body><h1>T</h1><div>Japan attacked Russia on Monday in the morning, it said.<br><br>"
                + "Russia protested against the attack and asked for a meeting.</div></body></html>");
    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void otherLanguage() {
    assertThat(
            page("<html lang='fr-FR'><p>La Chine a signé un accord avec le Japon lundi à Pékin.</p>")
                .article()
                .language())
        .isEqualTo("fr");
  }

  @Test
  void articleWithinAGraph() {
    PressArticle page =
        page(
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Danube Weekly\"},"
                + "{\"@id\":\"#a\",\"@type\":\"Person\",\"name\":\"Staff Columnist\"},"
                + "{\"@type\":[\"NewsArticle\"],\"headline\":\"Fish &amp; rights\",\"author\":{\"@id\":\"#a\"},"
                + "\"datePublished\":\"2024-05-06T10:00:00+02:00\",\"license\":\"https://example.org/by\"}]}</script>"
                + PROSE);
    assertThat(page.article().title()).isEqualTo("Fish & rights");
    assertThat(page.article().byline()).isEqualTo("Staff Columnist");
    assertThat(page.published().orElseThrow()).hasToString("2024-05-06T10:00+02:00");
    assertThat(page.rights()).contains("https://example.org/by");
  }

  @Test
  void brokenLinkedDataIsReadAsFarAsItGoes() {
    PressArticle trailing =
        page(
            "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Fish\nrights\",},];"
                + "</script>"
                + PROSE);
    assertThat(trailing.article().title()).isEqualTo("Fish rights");
    PressArticle cut =
        page(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Fish \\u0026 rights\","
                + "\"author\":{\"name\":</script>"
                + PROSE);
    assertThat(cut.article().title()).isEqualTo("Fish & rights");
  }

  @Test
  void textThatOnlyTheLinkedDataHolds() {
    String body = "Norway signed an agreement with Iceland on Monday. ".repeat(12);
    PressArticle page =
        page(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + body
                + "\\n\\nDenmark objects.\"}</script><p>Loading</p>");
    assertThat(page.article().text()).startsWith("Norway signed").endsWith("Denmark objects.");
    assertThat(page.blocks()).hasSize(2);
  }

  @Test
  void aStandfirstIsTheLeadAndNoPartOfTheText() {
    PressArticle page =
        page(
            "<body><article><header><h1>Fish</h1><p class='standfirst'>An agreement is signed at last,"
                + " and not everybody is happy about it in the north.</p></header><div>"
                + PROSE
                + "</div></article></body>");
    assertThat(page.lead()).startsWith("An agreement is signed");
    assertThat(page.article().text()).startsWith("Norway signed");
  }

  @Test
  void aDispatchCarriedByAnotherOutletIsTheAgencys() {
    PressArticle page =
        found(
            ("<meta property='og:site_name' content='Danube Weekly'><h1>Fish</h1>"
                    + PROSE.replace("<p>Norway", "<p>OSLO, June 1 (Reuters) - Norway"))
                .getBytes(StandardCharsets.UTF_8),
            Optional.of("https://example.org/fish"));
    assertThat(way(page)).containsExactly("Reuters", "Danube Weekly");
    assertThat(page.credit()).contains("(Reuters)");
  }

  @Test
  void anAgencyOnItsOwnPageIsOneHop() {
    PressArticle page =
        found(
            ("<h1>Fish</h1>" + PROSE.replace("<p>Norway", "<p>MOSCOW, June 1. /TASS/. Norway"))
                .getBytes(StandardCharsets.UTF_8),
            Optional.of("https://tass.com/world/1"));
    assertThat(way(page)).containsExactly("TASS");
    assertThat(page.credit()).isEmpty();
  }

  @Test
  void licenceLinksAndNotices() {
    PressArticle page =
        page(
            "<h1>Fish</h1><article>"
                + PROSE
                + "</article><footer>© 2024 Danube Weekly <a rel='license'"
                + " href='https://creativecommons.org/licenses/by/4.0/'>CC BY 4.0</a></footer>");
    assertThat(page.rights().orElseThrow())
        .isEqualTo("© 2024 Danube Weekly CC BY 4.0\nhttps://creativecommons.org/licenses/by/4.0/");
  }
}
