package org.demarche.coder.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gave 83 million euros to Kyiv        | 83000000      | EUR | 83 million euros
          a loan of $1.5bn                     | 1500000000    | USD | $1.5bn
          a loan of $1.5 billion               | 1500000000    | USD | $1.5 billion
          US$200m in aid                       | 200000000     | USD | US$200m
          paid $ 5,250,000 at once             | 5250000       | USD | $ 5,250,000
          paid €300 in cash                    | 300           | EUR | €300
          £2.75 trillion of debt               | 2750000000000 | GBP | £2.75 trillion
          ¥40 billion for roads                | 40000000000   | JPY | ¥40 billion
          40 billion yen for roads             | 40000000000   | JPY | 40 billion yen
          sent 500 million U.S. dollars        | 500000000     | USD | 500 million U.S. dollars
          some 3 thousand Russian rubles       | 3000          | RUB | 3 thousand Russian rubles
          fined 700,000 roubles                | 700000        | RUB | 700,000 roubles
          12.5 million hryvnias were found     | 12500000      | UAH | 12.5 million hryvnias
          a 600-million-euro loan and 5 euros  | 5             | EUR | 5 euros
          10 million tenge                     | 10000000      | KZT | 10 million tenge
          1 dollar                             | 1             | USD | 1 dollar
          0 dollars                            | 0             | USD | 0 dollars
          60 mln EUR                           | 60000000      | EUR | 60 mln EUR
          $10 million or 9 million euros       | 10000000      | USD | $10 million
          9 million euros or $10 million       | 9000000       | EUR | 9 million euros
          """)
  void readsSums(String text, BigDecimal value, String currency, String words) {
    Amount amount = AmountReader.read(text, new CharSpan(0, text.length())).orElseThrow();
    assertThat(amount.value()).isEqualTo(value);
    assertThat(amount.currency()).isEqualTo(currency);
    assertThat(amount.text()).isEqualTo(words);
    assertThat(amount.span().of(text)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "83 million people",
        "the dollar fell",
        "500 soldiers",
        "won 12 seats",
        "she won",
        "a rand report",
        "12 pounded streets",
        "100 km",
        "",
        "$",
        "million dollars"
      })
  void takesNothingElseForMoney(String text) {
    assertThat(AmountReader.read(text, new CharSpan(0, text.length()))).isEmpty();
  }

  @Test
  void staysWithinItsSpan() {
    String text = "First $5 million, then 7 euros.";
    int from = text.indexOf("then");
    Amount amount = AmountReader.read(text, new CharSpan(from, text.length())).orElseThrow();
    assertThat(amount.text()).isEqualTo("7 euros");
    assertThat(amount.span().of(text)).isEqualTo("7 euros");
    assertThat(AmountReader.read(text, new CharSpan(0, 6))).isEmpty();
  }
}
