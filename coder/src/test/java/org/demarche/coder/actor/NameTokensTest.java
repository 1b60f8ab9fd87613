package org.demarche.coder.actor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ban Ki-moon; Ban|Ki|-|moon",
        "'  Costa\tRica \n'; Costa|Rica",
        "Lao People's Party; Lao|People|'s|Party",
        "N'Djamena; N'Djamena",
        "Trinidad & Tobago; Trinidad|&|Tobago",
        "Arab League (LAS), Cairo; Arab|League|(|LAS|)|,|Cairo",
        "São Tomé; São|Tomé",
        "no\u00a0break; no\u00a0break",
        "'\u000b\f'; ''",
        "''; ''"
      })
  void areThoseOfText(String name, String tokens) {
    assertThat(String.join("|", ActorBook.tokens(name))).isEqualTo(tokens);
  }
}
