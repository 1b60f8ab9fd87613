package org.demarche.press.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.input.SavedPage;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OutlinerTest {
  private static final Outliner OUTLINER = new Outliner();

  @TestFactory
  Stream<DynamicTest> golden() throws IOException {
    String file;
    try (InputStream in = OutlinerTest.class.getResourceAsStream("outlines.txt")) {
      file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    return Stream.of(file.split("(?m)^=== "))
        .filter(s -> !s.isBlank())
        .map(
            s -> {
              String name = s.substring(0, s.indexOf('\n'));
              String[] parts = s.substring(name.length() + 1).split("(?m)^---\n", 2);
              return DynamicTest.dynamicTest(
                  name, () -> assertThat(shown("", parts[0].strip())).isEqualTo(parts[1].strip()));
            });
  }

  private static String shown(String title, String text) {
    List<String> lines = new ArrayList<>();
    for (Outline outline : OUTLINER.read(title, text)) {
      lines.add(shown(outline, text, ""));
    }
    return String.join("\n\n", lines);
  }

  private static String shown(Outline outline, String text, String indent) {
    String head =
        outline.what()
            + (outline.announced().isPresent() ? " [" + outline.announced().getAsInt() + "]" : "")
            + outline.lead().map(l -> " < " + l.of(text).strip()).orElse("");
    StringBuilder shown = new StringBuilder(indent + head.strip());
    for (Outline.Point point : outline.points()) {
      shown.append("\n" + indent + point.number() + " " + point.heading().of(text));
      for (Outline inner : point.inner()) {
        shown.append("\n" + shown(inner, text, indent + "  "));
      }
    }
    return shown.toString();
  }

  @Test
  void aTitleMayAnnounceThem() {
    String text = "The fleet sails.\n\nFirst, it is old.\n\nSecond, it is slow.";
    Outline outline = OUTLINER.read("The Admiral's Two Problems", text).get(0);
    assertThat(outline.what()).isEqualTo("problems");
    assertThat(outline.announced()).hasValue(2);
    assertThat(OUTLINER.read("The Admiral's Five Problems", text).get(0).what()).isEmpty();
  }

  @Test
  void fourCountermeasuresAndThreeFactorsAreRead() throws Exception {
    Path file =
        Path.of(
            System.getProperty("demarche.shared", "../../shared"),
            "press/four-countermeasures.txt");
    assumeTrue(Files.exists(file), "the page is not here");
    PressArticle page;
    try (InputStream in = Files.newInputStream(file)) {
      page = new SavedPage().read(file.toString(), in);
    }
    List<Outline> outlines = OUTLINER.read(page.article().title(), page.article().text());
    assertThat(outlines).hasSize(2);
    assertThat(outlines.get(0).what()).isEqualTo("countermeasures");
    assertThat(outlines.get(0).announced()).hasValue(4);
    assertThat(outlines.get(0).points()).hasSize(4);
    assertThat(outlines.get(1).what()).isEqualTo("factors");
    assertThat(outlines.get(1).points()).hasSize(3);
  }

  @Property(tries = 500)
  void spansLieInTheTextAndInOrder(@ForAll @Size(max = 40) List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(p -> text.append(p.text));
    for (Outline outline : OUTLINER.read("Three Reasons", text.toString())) {
      check(outline, new CharSpan(0, text.length()));
    }
  }

  private static void check(Outline outline, CharSpan within) {
    int at = within.start();
    int number = 1;
    for (Outline.Point point : outline.points()) {
      assertThat(point.number()).isEqualTo(number++);
      assertThat(within.contains(point.span())).isTrue();
      assertThat(point.span().start()).isGreaterThanOrEqualTo(at);
      assertThat(point.span().contains(point.heading())).isTrue();
      assertThat(point.span().start()).isEqualTo(point.marker().start());
      point.inner().forEach(inner -> check(inner, point.span()));
      at = point.span().end();
    }
  }

  enum Piece {
    FIRST("First, "),
    SECONDLY("Secondly "),
    THIRD("Third: "),
    FINALLY("Finally, "),
    NAMED("The first reason is "),
    SECOND("The second is "),
    ONE("1) "),
    TWO("(2) "),
    LINE("3. "),
    A("a) "),
    B("(b) "),
    WORDS("the river rose "),
    REASONS("two reasons "),
    END(". "),
    COLON(": "),
    PARAGRAPH("\n\n"),
    BREAK("\n"),
    BLANK(" "),
    QUOTE("“");

    final String text;

    Piece(String text) {
      this.text = text;
    }
  }
}
