package org.demarche.coder.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "show of force; show|of|force",
        "' Cease-fire \t of the\n day '; cease|fire|of|day",
        "call off a strike; call|off|strike",
        "organise defence; organize|defense",
        "'-'; ''",
        "'the'; ''",
        "'\u2003--x-\u2003'; x",
        "''; ''"
      })
  void areFoldedAndWithoutArticles(String text, String words) {
    assertThat(String.join("|", WordSets.words(text))).isEqualTo(words);
  }
}
