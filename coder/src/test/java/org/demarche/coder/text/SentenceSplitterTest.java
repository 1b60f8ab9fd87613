package org.demarche.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
  private final SentenceSplitter splitter = new SentenceSplitter();

  private List<String> split(String text) {
    return splitter.split(text).stream().map(span -> span.of(text)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The U.S. forces left.",
        "The U.S. President met Gen. Luis Ortega and Sen. Ruth Okafor in St. Petersburg.",
        "It happened on Jan. 5 near No. 10.",
        "Donald J. Trump and J. K. Ames met Lt. Col. Amy Watt.",
        "Acme Corp. Chairman Lee resigned at 4 a.m. on Friday.",
        "\"Stop!\" he said.",
        "\u201cWho fired first?\u201d the judge asked.",
        "In Smith v. Jones the court ruled.",
        "The wrapped line\ngoes on here.",
        "Police in the U.S.\nand Canada met.",
        "President Jean-Marie\nDupont resigned on Monday.",
        "It cost $3.5 million.",
        "The U.N. Security Council met.",
        "He said... nothing."
      })
  void keepsOneSentence(String text) {
    assertThat(split(text)).containsExactly(text);
  }

  @Test
  void splitsSentences() {
    assertThat(split("He left. She stayed.")).containsExactly("He left.", "She stayed.");
    assertThat(split("Troops left the U.S. The war went on."))
        .containsExactly("Troops left the U.S.", "The war went on.");
    assertThat(split("They fired ICBMs. Nobody died in Tel Aviv. Rain fell."))
        .containsExactly("They fired ICBMs.", "Nobody died in Tel Aviv.", "Rain fell.");
    assertThat(split("\"We won.\" He smiled. \u2018Indeed.\u2019 They left."))
        .containsExactly("\"We won.\"", "He smiled.", "\u2018Indeed.\u2019", "They left.");
    assertThat(split("Who knows? Nobody! Next\u2026 The end."))
        .containsExactly("Who knows?", "Nobody!", "Next\u2026", "The end.");
    assertThat(split("They met at 4 p.m. The talks failed."))
        .containsExactly("They met at 4 p.m.", "The talks failed.");
    assertThat(split("He took vitamin C. The doctor agreed."))
        .containsExactly("He took vitamin C.", "The doctor agreed.");
  }

  @Test
  void splitsAtParagraphsAndHeadings() {
    assertThat(split("No full stop\n\nNext paragraph\r\n \r\nLast"))
        .containsExactly("No full stop", "Next paragraph", "Last");
    assertThat(split("TROOPS CROSS BORDER\nThe army moved on Monday."))
        .containsExactly("TROOPS CROSS BORDER", "The army moved on Monday.");
    assertThat(split("Talks Fail in Vienna\nThe ministers went home on Monday without a deal."))
        .containsExactly(
            "Talks Fail in Vienna", "The ministers went home on Monday without a deal.");
    assertThat(split("They left.\nWe stayed.")).containsExactly("They left.", "We stayed.");
    assertThat(split("They want\n- Peace now\n- Lower prices"))
        .containsExactly("They want", "- Peace now", "- Lower prices");
  }

  @Test
  void findsNothingInWhiteSpace() {
    assertThat(split("")).isEmpty();
    assertThat(split(" \n\t\u00a0\n\n")).isEmpty();
  }

  @Test
  void cutsEndlessSentences() {
    String text = "word ".repeat(10_000_000);
    List<CharSpan> spans =
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> splitter.split(text));
    assertThat(spans).hasSizeGreaterThan(24_000);
    assertThat(spans).allMatch(span -> span.length() <= SentenceSplitter.LONGEST);
    assertThat(spans).allMatch(span -> span.start() % 5 == 0 && span.end() % 5 == 4);
    String solid = "\ud83d\ude00".repeat(100_001);
    assertThat(splitter.split(solid))
        .allMatch(span -> span.length() <= SentenceSplitter.LONGEST)
        .allMatch(span -> Character.isHighSurrogate(solid.charAt(span.start())));
  }

  @Test
  void readsAcrossWindows() {
    String text = "The minister met Gen. Ortega in the U.S. capital. ".repeat(5_000);
    assertThat(split(text))
        .hasSize(5_000)
        .containsOnly("The minister met Gen. Ortega in the U.S. capital.");
  }

  @Property(tries = 300)
  void coversAllButWhiteSpace(@ForAll String text) {
    int at = 0;
    for (CharSpan span : splitter.split(text)) {
      assertThat(span.start()).isGreaterThanOrEqualTo(at);
      assertThat(span.length()).isPositive();
      assertThat(text.substring(at, span.start()).chars())
          .allMatch(c -> SentenceSplitter.isBlank((char) c.intValue()));
      at = span.end();
    }
    assertThat(text.substring(at).chars())
        .allMatch(c -> SentenceSplitter.isBlank((char) c.intValue()));
  }
}
