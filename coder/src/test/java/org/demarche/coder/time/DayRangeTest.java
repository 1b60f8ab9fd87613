package org.demarche.coder.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2022-03-01, 2022-03-01, 2022-03-01",
    "2022-03-01TMO, 2022-03-01, 2022-03-01",
    "2021-03-01T05:20, 2021-03-01, 2021-03-01",
    "2020-02, 2020-02-01, 2020-02-29",
    "2022, 2022-01-01, 2022-12-31",
    "2022-W12, 2022-03-21, 2022-03-27",
    "2022-W12-WE, 2022-03-26, 2022-03-27",
    "2022-W12-2, 2022-03-22, 2022-03-22",
    "2022-SP, 2022-03-01, 2022-05-31",
    "2022-FA, 2022-09-01, 2022-11-30",
    "2022-WI, 2022-12-01, 2023-02-28",
    "2022-Q1, 2022-01-01, 2022-03-31",
    "2022-H2, 2022-07-01, 2022-12-31",
    "201, 2010-01-01, 2019-12-31",
    "20, 2000-01-01, 2099-12-31",
    "BC0480, -0479-01-01, -0479-12-31",
    "BC048, -0488-01-01, -0479-12-31",
  })
  void coversTheDays(String value, LocalDate first, LocalDate last) {
    assertThat(DayRange.of(value)).contains(new DayRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P3D",
        "PAST_REF",
        "XXXX-05-16",
        "2022-XX",
        "",
        "2022-13",
        "2022-02-30",
        "9",
        "2022-Q9",
        "2022-"
      })
  void isEmptyForWhatHasNoPlace(String value) {
    assertThat(DayRange.of(value)).isEmpty();
  }

  @Test
  void containsItsEnds() {
    DayRange march = DayRange.of("2022-03").orElseThrow();
    assertThat(march.contains(LocalDate.of(2022, 3, 1))).isTrue();
    assertThat(march.contains(LocalDate.of(2022, 3, 31))).isTrue();
    assertThat(march.contains(LocalDate.of(2022, 4, 1))).isFalse();
  }
}
