package org.demarche.coder.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTaggerTest {
  private static final Optional<LocalDate> MONDAY = Optional.of(LocalDate.of(2022, 6, 20));

  private final TimeTagger tagger = new TimeTagger();

  @TestFactory
  Stream<DynamicTest> goldenTable() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("golden.txt"));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\\|", -1);
        Optional<LocalDate> published =
            cells[0].strip().equals("-")
                ? Optional.empty()
                : Optional.of(LocalDate.parse(cells[0].strip()));
        String text = cells[1].strip();
        tests.add(
            DynamicTest.dynamicTest(
                text,
                () -> assertThat(show(tagger.tag(text, published))).isEqualTo(cells[2].strip())));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(120);
    return tests.stream();
  }

  private static String show(List<TimeExpression> expressions) {
    return expressions.stream()
        .map(e -> e.text() + " => " + e.value())
        .collect(Collectors.joining(" ; "));
  }

  @Test
  void spansCoverTheWords() {
    String text = "On 3 May 2022 he left; 👍 two days later he came back.";
    List<TimeExpression> found = tagger.tag(text, MONDAY);
    assertThat(found).hasSize(2);
    for (TimeExpression e : found) {
      assertThat(e.span().of(text)).isEqualTo(e.text());
    }
  }

  @Test
  void kindsGranularitiesAndModifiers() {
    List<TimeExpression> found =
        tagger.tag("In early March, for about two days, every week, at 5:30 p.m.", MONDAY);
    assertThat(found)
        .extracting(TimeExpression::kind)
        .containsExactly(Kind.DATE, Kind.DURATION, Kind.SET, Kind.TIME);
    assertThat(found)
        .extracting(TimeExpression::granularity)
        .containsExactly(Granularity.MONTH, Granularity.DAY, Granularity.WEEK, Granularity.CLOCK);
    assertThat(found.get(0).modifier()).contains(Modifier.START);
    assertThat(found.get(1).modifier()).contains(Modifier.APPROX);
    assertThat(found.get(2).modifier()).isEmpty();
  }

  @Test
  void impossibleDaysAreNoError() {
    String text = "On February 31, 2022 and 31 June and 2022-02-30 and 30 February.";
    assertThat(tagger.tag(text, MONDAY)).isNotEmpty();
    assertThat(tagger.tag(text, Optional.empty())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "1",
        " ",
        "2022-",
        "1,000,",
        "May ",
        "the ",
        "1.1",
        "early in the ",
        "\n",
        "a few ",
        "May 1 ",
        "12/12/",
        "- ",
        "5:",
        "x"
      })
  void hostileTextTakesLinearTime(String unit) {
    String text = unit.repeat((1 << 20) / unit.length());
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> tagger.tag(text, Optional.empty()));
  }

  /** Words of the rules in any order: no exception, spans in order, every full date a range. */
  @Test
  void nonsenseMadeOfTimeWordsIsNoError() {
    List<String> words = new ArrayList<>(List.of("1", "2.5", "31", "480", "1914", "18", "2022"));
    words.addAll(List.of("9999", "-", ",", ".", "(", "/", ":", "th", "0", "00", "1,500", "B.C."));
    for (String file : List.of("rules.txt", "words.txt")) {
      for (String line : Lexicon.resourceLines(file)) {
        words.addAll(Arrays.asList(line.split("[^A-Za-z']+", -1)));
      }
    }
    Random random = new Random(7);
    for (int n = 0; n < 40_000; n++) {
      String text =
          IntStream.range(0, 12)
              .mapToObj(i -> words.get(random.nextInt(i % 3 == 0 ? 19 : words.size())))
              .map(w -> random.nextBoolean() ? w : w.toUpperCase(Locale.ROOT))
              .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));
      int end = 0;
      for (TimeExpression e : tagger.tag(text, n % 2 == 0 ? MONDAY : Optional.empty())) {
        assertThat(e.span().start()).as(text).isGreaterThanOrEqualTo(end);
        assertThat(e.span().length()).as(text).isPositive();
        end = e.span().end();
        if (e.isCalendar() && e.value().indexOf('X') < 0) {
          assertThat(DayRange.of(e.value())).as(text + " " + e).isPresent();
        }
      }
    }
  }

  @Test
  void oneTaggerServesManyThreads() {
    String text = "On May 16, 2022 they met; two days later, on Wednesday, they signed.";
    String alone = show(tagger.tag(text, MONDAY));
    assertThat(IntStream.range(0, 2000).parallel().mapToObj(i -> show(tagger.tag(text, MONDAY))))
        .allMatch(alone::equals);
  }

  @Test
  void sortedAndNotOverlapping() {
    String text =
        "May 5-7, 2022, on Tuesday, 3 May, from 2021 to 2024, in the early 1990s, 1914-18.";
    List<TimeExpression> found = tagger.tag(text, MONDAY);
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).span().start()).isGreaterThanOrEqualTo(found.get(i - 1).span().end());
    }
  }

  @Test
  void governingTakesTheNearestCalendarDateOfTheClause() {
    String text = "In May they talked for two days, and they signed the 2015 accord on Tuesday.";
    List<TimeExpression> all = tagger.tag(text, MONDAY);
    CharSpan second = new CharSpan(text.indexOf(", and"), text.length());
    assertThat(TimeTagger.governing(all, second, spanOf(text, "signed")))
        .map(TimeExpression::text)
        .contains("Tuesday");
    CharSpan first = new CharSpan(0, second.start());
    assertThat(TimeTagger.governing(all, first, spanOf(text, "talked")))
        .map(TimeExpression::text)
        .contains("May");
    assertThat(TimeTagger.governing(all, spanOf(text, "for two days"), spanOf(text, "talked")))
        .isEmpty();
  }

  private static CharSpan spanOf(String text, String words) {
    return new CharSpan(text.indexOf(words), text.indexOf(words) + words.length());
  }
}
