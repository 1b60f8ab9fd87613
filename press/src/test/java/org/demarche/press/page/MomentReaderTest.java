package org.demarche.press.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-06-20                          | 2022-06-20",
        "20220620                            | 2022-06-20",
        "2022-06-20T14:05:00+03:00           | 2022-06-20T14:05+03:00",
        "2022-06-20T14:05:00.123Z            | 2022-06-20T14:05Z",
        "2022-06-20 14:05:30                 | 2022-06-20T14:05:30",
        "2022-06-20T14:05:00-0500            | 2022-06-20T14:05-05:00",
        "Mon, 20 Jun 2022 14:05:00 GMT       | 2022-06-20T14:05Z",
        "Mon, 20 Jun 2022 14:05:00 +0200     | 2022-06-20T14:05+02:00",
        "June 20, 2022, 2:05 p.m. EDT        | 2022-06-20T14:05-04:00",
        "Published: 20 June 2022 at 12:05 am | 2022-06-20T00:05",
        "20th June 2022                      | 2022-06-20"
      })
  void reads(String text, String moment) {
    assertThat(MomentReader.read(text).orElseThrow()).hasToString(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "06/07/2022", "2022-02-30", "20 Foo 2022", "12:30"})
  void readsNoOther(String text) {
    assertThat(MomentReader.read(text)).isEmpty();
  }

  @Test
  void longTextsAreCut() {
    assertThat(MomentReader.read("x".repeat(1_000_000) + " 2022-06-20")).isEmpty();
  }
}
