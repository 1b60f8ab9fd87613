package org.demarche.press.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.coder.text.Provenance;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TextPageTest {
  private static TextPage page(String text) {
    return TextPage.of(text.lines().toList());
  }

  private static TextPage page(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return TextPage.of(lines);
  }

  @Test
  void portalPage() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../samples/portal-page.txt"));
    TextPage page = TextPage.of(lines.subList(2, lines.size()));
    assertThat(page.title())
        .isEqualTo("What Serbia Gains from the Danube: Three Doors for Belgrade");
    assertThat(page.byline()).isEqualTo("Staff Columnist");
    assertThat(page.lead()).startsWith("The conference of the Danube states");
    assertThat(page.body()).hasSize(5);
    assertThat(page.body().get(4)).endsWith("if the government adopts the agreed reforms.");
    assertThat(page.text()).doesNotContain("paprika").doesNotContain("rights");
    assertThat(page.furniture())
        .contains("1274", "Hungary invades the market for paprika")
        .anyMatch(line -> line.startsWith("Вымышленный заголовок"));
    assertThat(page.english()).isTrue();
    assertThat(page.image().orElseThrow().credit()).isEqualTo("Demarche samples");
    assertThat(page.rights().orElseThrow().lines())
        .hasSize(4)
        .startsWith("The rights to this material belong to")
        .last()
        .asString()
        .startsWith("Demarche samples are invented");
    assertThat(page.surroundings().views()).hasValue(1274);
    assertThat(page.surroundings().rating()).contains("+3");
    assertThat(page.surroundings().commentPrompt().orElseThrow()).startsWith("Do you want");
    assertThat(page.surroundings().sideColumn())
        .hasSize(5)
        .contains("Hungary invades the market for paprika");
    assertThat(page.surroundings().others()).contains("Войти", "ПОДПИСКА НА НОВОСТИ");
  }

  /** The page that this class was made for is not ours to publish. */
  @Test
  void userPage() throws IOException {
    Path file =
        Path.of(System.getProperty("demarche.shared", "../../shared"))
            .resolve("press/four-countermeasures.txt");
    Assumptions.assumeTrue(Files.exists(file), "no page at " + file);
    TextPage page = page(file);
    assertThat(page.title()).startsWith("How Russia will Resist");
    assertThat(page.byline()).isEqualTo("Wang Xianju");
    assertThat(page.lead()).startsWith("The NATO summit is approaching");
    assertThat(page.body()).hasSize(12);
    assertThat(page.body().get(11)).endsWith("in a short time.");
    assertThat(page.image().orElseThrow().credit()).isEqualTo("РИА Новости Алексей Витвицкий");
    assertThat(page.surroundings().views()).hasValue(3609);
    assertThat(page.surroundings().rating()).contains("+1");
    assertThat(page.surroundings().commentPrompt()).isPresent();
    assertThat(page.surroundings().sideColumn()).hasSize(15);
    PressArticle article =
        new PlainArticle(OutletBook.load())
            .read("x", Files.readAllLines(file), Map.of())
            .orElseThrow();
    assertThat(article.article().provenance().hops())
        .extracting(Provenance.Hop::name)
        .containsExactly("Huanqiu Shibao", "InoSMI", "VPK.name");
    assertThat(article.rights().orElseThrow().lines()).hasSize(4);
    assertThat(article.article().provenance().hops().get(2).rights()).isEqualTo(article.rights());
  }

  @Test
  void plainTextIsTakenWhole() {
    TextPage page =
        page(
            """
            Ministers meet in Oslo

            The ministers met in Oslo on Monday to discuss fish.

            Prices

            They will meet again
            """);
    assertThat(page.title()).isEqualTo("Ministers meet in Oslo");
    assertThat(page.text())
        .isEqualTo(
            "The ministers met in Oslo on Monday to discuss fish.\n\nPrices\n\nThey will meet again");
    assertThat(page.furniture()).isEmpty();
  }

  @Test
  void wrappedLinesAreOneParagraph() {
    TextPage page =
        page(
            """
            Poland and Lithuania began a joint military exercise near their common
            border on Monday, and the United States moved four hundred soldiers to
            Poland. The exercise will last a week.

            Belarus put its air defence on alert.
            """);
    assertThat(page.body())
        .containsExactly(
            "Poland and Lithuania began a joint military exercise near their common border on"
                + " Monday, and the United States moved four hundred soldiers to Poland. The"
                + " exercise will last a week.",
            "Belarus put its air defence on alert.");
  }

  @Test
  void oneParagraphALineIsLeftAsItIs() {
    TextPage page =
        page(
            """
            Norway signed an agreement with Iceland on fisheries today in Oslo.
            Denmark has criticised the agreement and asked for consultations soon.
            Sweden did not comment on it at all, its ministry said on Tuesday night.
            """);
    assertThat(page.body()).hasSize(3);
  }

  @Test
  void aBoxWithinTheArticleDoesNotEndIt() {
    TextPage page =
        page(
            """
            Norway signed an agreement with Iceland on Monday, the ministry said.
            Read also: Whales and what they want
            Related
            Denmark has criticised the agreement between the two countries, and it asked them for consultations within a month.
            Most read
            Sweden attacks Finland
            Norway sinks
            """);
    assertThat(page.body()).hasSize(2);
    assertThat(page.text()).contains("Denmark").doesNotContain("Sweden").doesNotContain("Whales");
  }

  @Test
  void cookiesBeforeTheArticleAreNotItsLead() {
    TextPage page =
        page(
            """
            Menu
            We use cookies to improve your experience on our site.
            Home
            12:40
            Norway and Iceland agree
            By Staff Writer
            Norway signed an agreement with Iceland on Monday, the ministry said.
            Share
            """);
    assertThat(page.lead()).startsWith("Norway signed");
    assertThat(page.title()).isEqualTo("Norway and Iceland agree");
    assertThat(page.byline()).isEqualTo("By Staff Writer");
  }

  @Test
  void aSpeechAboutRightsIsNoNotice() {
    TextPage page =
        page(
            """
            0
            The minister spoke about copyright law and the rights of authors on Monday in Oslo.
            All rights must be protected, she said, and the state will protect them from theft.
            """);
    assertThat(page.body()).hasSize(2);
  }

  @Test
  void onlyFurnitureGivesNothing() {
    assertThat(page("Log in\n12\n• 20.09 06:27\nShare\n").body()).isEmpty();
  }
}
