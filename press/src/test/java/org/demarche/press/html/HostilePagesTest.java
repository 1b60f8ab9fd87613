package org.demarche.press.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that break readers. None may fail, hang or take memory in proportion to its wickedness. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePagesTest {
  private static final String TEXT =
      "Norway signed an agreement with Iceland on fisheries in Oslo on Monday, the ministry said.";
  private static final PageReader READER = HtmlPageReader.create();

  private static Reading read(byte[] bytes, Optional<String> charset) {
    return READER.read("x", bytes, charset, Optional.empty());
  }

  private static String text(String html) {
    return text(html.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static String text(byte[] bytes, Optional<String> charset) {
    return read(bytes, charset).fold(f -> f.article().article().text(), n -> "nothing: " + n.why());
  }

  @Test
  void deepNesting() {
    assertThat(text("<div>".repeat(100_000) + "<p>" + TEXT + "</p>")).contains("Norway signed");
    assertThat(text("<b><i>".repeat(20_000) + TEXT)).contains("Norway signed");
    assertThat(text("<table><tr><td>".repeat(3_000) + "<p>" + TEXT + "</p>")).contains("Norway");
    assertThat(text("<ul><li>".repeat(20_000) + TEXT)).contains("Norway signed");
  }

  @Test
  void deepLinkedData() {
    String deep = "{\"a\":".repeat(50_000) + "1";
    assertThat(text("<script type='application/ld+json'>" + deep + "</script><p>" + TEXT + "</p>"))
        .isEqualTo(TEXT);
  }

  @Test
  void aHundredMegabytes() {
    byte[] page = new byte[100 << 20];
    Arrays.fill(page, (byte) ' ');
    byte[] head = ("<html><body><p>" + TEXT + "</p>").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, page, 0, head.length);
    byte[] more = "<p>More of this and of that.</p>".getBytes(StandardCharsets.UTF_8);
    for (int at = head.length; at + more.length < page.length; at += more.length) {
      System.arraycopy(more, 0, page, at, more.length);
    }
    assertThat(text(page, Optional.empty())).startsWith("Norway signed");
  }

  @Test
  void scriptBombs() {
    String script = "<script>" + "var x='<p>';document.write(x+x);".repeat(20_000) + "</script>";
    assertThat(text(script.repeat(5) + "<p>" + TEXT + "</p>" + script)).isEqualTo(TEXT);
    assertThat(text("<p>" + TEXT + "</p><script>while(true){")).isEqualTo(TEXT);
    assertThat(text("<p>" + TEXT + "</p><!-- ".repeat(1) + "<p>hidden</p>")).isEqualTo(TEXT);
  }

  @Test
  void manyAttributesAndEntities() {
    StringBuilder attributes = new StringBuilder("<p ");
    for (int i = 0; i < 50_000; i++) {
      attributes.append("a").append(i).append("=1 ");
    }
    assertThat(text(attributes + ">" + TEXT + "</p>")).contains("Norway signed");
    assertThat(text("<p>" + TEXT + "&#0;&#xD800;&#99999999;&unknown;</p>")).startsWith("Norway");
  }

  @Test
  void brokenEncodings() {
    Charset windows = Charset.forName("windows-1251");
    String russian = "Россия и Норвегия подписали соглашение о рыболовстве в Осло в понедельник.";
    String page = "<html><head><meta charset='windows-1251'></head><p>" + russian + "</p></html>";
    assertThat(text(page.getBytes(windows), Optional.empty())).isEqualTo(russian);
    // The declaration lies: the bytes are UTF-8.
    assertThat(
            text(
                page.replace("windows-1251", "us-ascii").getBytes(StandardCharsets.UTF_8),
                Optional.of("no-such-charset")))
        .isEqualTo(russian);
    // Nothing is declared, and the bytes are no UTF-8.
    String long1251 = "<html><p>" + (russian + " ").repeat(6) + "</p></html>";
    assertThat(text(long1251.getBytes(windows), Optional.empty())).startsWith(russian);
    assertThat(text(page.getBytes(StandardCharsets.UTF_16LE), Optional.of("UTF-16LE")))
        .isEqualTo(russian);
    // Cut within a character.
    byte[] whole = ("<meta charset=utf-8><p>" + TEXT + " Zürich").getBytes(StandardCharsets.UTF_8);
    byte[] broken = whole.clone();
    broken[broken.length - 5] = (byte) 0xC3;
    broken[broken.length - 4] = (byte) 0x28;
    assertThat(text(broken, Optional.empty())).startsWith(TEXT);
  }

  @Test
  void overridesAndEscapesAreTakenOut() {
    PressArticle page =
        read(
                ("<title>Fish\u202e\u001b[31m gnissim</title><p>\u202e\u2066"
                        + TEXT.replace("Oslo", "Os\u00adlo\u200b")
                        + "\u202c\u001b[2J</p>")
                    .getBytes(StandardCharsets.UTF_8),
                Optional.of("UTF-8"))
            .fold(Reading.Found::article, n -> null);
    assertThat(page.article().text()).startsWith(TEXT);
    assertThat(page.article().text() + page.article().title())
        .doesNotContain("\u202e", "\u2066", "\u202c", "\u001b", "\u200b");
    assertThat(page.article().title()).startsWith("Fish");
  }

  @Test
  void noArticle() {
    for (String html :
        new String[] {
          "",
          "   ",
          "<html></html>",
          "<html><body></body></html>",
          "<html><frameset><frame src=x></frameset></html>",
          "<html><body><script>var x = 1;</script></body></html>",
          "<html><body><nav><a href=/>Home</a><a href=/x>World</a></nav></body></html>",
          "\u0000\u0001\u0002",
          "<",
          "]]>",
          "<plaintext>"
        }) {
      Reading reading = read(html.getBytes(StandardCharsets.UTF_8), Optional.empty());
      assertThat(reading).as(html).isInstanceOf(Reading.Nothing.class);
    }
  }

  @Test
  void aFrontPageIsNoArticle() {
    String card = "<div class=card><h3><a href=/1>Headline of another piece</a></h3></div>";
    assertThat(
            read(
                ("<body><h1>Danube Weekly</h1>" + card.repeat(30)).getBytes(StandardCharsets.UTF_8),
                Optional.empty()))
        .isInstanceOf(Reading.Nothing.class);
  }
}
