package org.demarche.desk.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Instant next(String after, int hour, ZoneId zone) {
    return Schedule.next(Instant.parse(after), hour, zone);
  }

  @Test
  void isTheNextTimeThatTheHourComes() {
    ZoneId almaty = ZoneId.of("Asia/Almaty");
    assertThat(next("2022-05-16T00:00:00Z", 7, almaty)).isEqualTo("2022-05-16T01:00:00Z");
    assertThat(next("2022-05-16T01:00:00Z", 7, almaty)).isEqualTo("2022-05-17T01:00:00Z");
  }

  @Test
  void anHourThatIsLeftOutComesLaterAndOneThatComesTwiceComesOnce() {
    assertThat(next("2022-03-26T22:00:00Z", 2, BERLIN)).isEqualTo("2022-03-27T01:00:00Z");
    assertThat(next("2022-03-27T01:00:00Z", 2, BERLIN)).isEqualTo("2022-03-28T00:00:00Z");
    assertThat(next("2022-10-29T22:00:00Z", 2, BERLIN)).isEqualTo("2022-10-30T00:00:00Z");
    assertThat(next("2022-10-30T00:00:00Z", 2, BERLIN)).isEqualTo("2022-10-31T01:00:00Z");
  }

  @Test
  void comesOnceEveryLocalDay() {
    for (String name : new String[] {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"}) {
      ZoneId zone = ZoneId.of(name);
      for (int hour = 0; hour < 24; hour++) {
        Instant at = Instant.parse("2021-12-31T12:00:00Z");
        Set<LocalDate> days = new HashSet<>();
        while (at.isBefore(Instant.parse("2023-01-02T00:00:00Z"))) {
          at = Schedule.next(at, hour, zone);
          assertThat(days.add(at.atZone(zone).toLocalDate())).isTrue();
        }
        assertThat(days).hasSizeBetween(366, 368);
      }
    }
  }

  @Test
  void aDayThatAZoneLeavesOutIsNotToldTwice() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    Instant one = next("2011-12-29T10:00:00Z", 7, apia);
    Instant two = Schedule.next(one, 7, apia);
    Instant three = Schedule.next(two, 7, apia);
    assertThat(one.atZone(apia).toLocalDate()).isEqualTo("2011-12-29");
    assertThat(two.atZone(apia).toLocalDate()).isEqualTo("2011-12-31");
    assertThat(three.atZone(apia).toLocalDate()).isEqualTo("2012-01-01");
  }

  @Test
  void waitsLongerAfterEachFailure() {
    Instant now = Instant.parse("2022-05-16T00:00:00Z");
    assertThat(Schedule.retry(now, 1)).isEqualTo("2022-05-16T00:05:00Z");
    assertThat(Schedule.retry(now, 2)).isEqualTo("2022-05-16T00:10:00Z");
    assertThat(Schedule.retry(now, 40)).isEqualTo("2022-05-16T06:00:00Z");
  }
}
