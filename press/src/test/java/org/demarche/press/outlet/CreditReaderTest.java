package org.demarche.press.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditReaderTest {
  private static final CreditReader READER = new CreditReader(OutletBook.load());
  private static final String LAST = "The talks will go on in June.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MOSCOW, June 1 (Interfax) - Russia protested.          | Interfax",
        "WASHINGTON (AP) — The United States protested.         | Associated Press",
        "PARIS (AFP) – France protested.                        | Agence France-Presse",
        "MOSCOW, June 1. /TASS/. Russia protested.              | TASS",
        "BEIJING, May 3 (Xinhua) -- China protested.            | Xinhua",
        "МОСКВА, 1 июня — РИА Новости. Россия протестует.       | RIA Novosti",
        "新华社北京5月3日电 中国外交部                              | Xinhua"
      })
  void datelines(String paragraph, String agency) {
    assertThat(READER.read("", List.of(paragraph, LAST), List.of()))
        .anySatisfy(
            c -> {
              assertThat(c.names()).containsExactly(agency);
              assertThat(c.kind()).isEqualTo(Credit.Kind.WIRE);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ministry agreed. (TASS)                                          | TASS",
        "(Reuters)                                                            | Reuters",
        "Reuters/AFP                                                          | Reuters",
        "(Reporting by the bureau in Oslo; Editing by the desk in London)     | Reuters"
      })
  void closings(String paragraph, String agency) {
    assertThat(READER.read("", List.of("Norway protested.", paragraph), List.of()))
        .anySatisfy(c -> assertThat(c.names()).contains(agency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Source: Danube Weekly                                            | Danube Weekly",
        "Источник: Коммерсантъ                                            | Kommersant",
        "Quelle: dpa                                                      | Deutsche Presse-Agentur",
        "This article was originally published in the Danube Weekly.      | Danube Weekly",
        "Originally published by The Guardian on 3 May.                   | The Guardian",
        "Republished with permission from Danube Weekly under a licence.  | Danube Weekly"
      })
  void origins(String line, String outlet) {
    assertThat(READER.read("", List.of("Norway protested."), List.of(line)))
        .anySatisfy(
            c -> {
              assertThat(c.names()).containsExactly(outlet);
              assertThat(c.kind()).isEqualTo(Credit.Kind.ORIGIN);
              assertThat(c.written()).isEqualTo(line);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Reuters Staff                | Reuters",
        "By The Associated Press      | Associated Press",
        "A. COLUMNIST, AP Sports Writer  | Associated Press"
      })
  void authors(String byline, String agency) {
    assertThat(READER.read(byline, List.of("Norway protested."), List.of()))
        .anySatisfy(c -> assertThat(c.names()).containsExactly(agency));
  }

  @Test
  void whatIsNoCredit() {
    for (String text :
        List.of(
            "Reuters reported that Norway had protested.",
            "The minister (of Norway) protested.",
            "The talks, first published on November 19, were secret.",
            "Norway (NOR) beat Sweden.")) {
      assertThat(READER.read("A Columnist", List.of(text, LAST), List.of())).as(text).isEmpty();
    }
    assertThat(READER.read("", List.of(LAST), List.of("Image copyright Reuters", "Source: Staff")))
        .isEmpty();
  }
}
