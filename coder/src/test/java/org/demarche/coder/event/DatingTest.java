package org.demarche.coder.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.Engine;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;
import org.demarche.coder.time.TimeTagger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatingTest {
  private static final LocalDate MONDAY = LocalDate.of(2022, 6, 20);

  private static String governing(String text, String clause, String predicate) {
    List<TimeExpression> all = new TimeTagger().tag(text, Optional.of(MONDAY));
    return Dating.governing(
            all, new CharSpan(0, text.length()), span(text, clause), span(text, predicate), text)
        .map(TimeExpression::value)
        .orElse("none");
  }

  private static CharSpan span(String text, String part) {
    int at = text.indexOf(part);
    assertThat(at).as("'%s' stands in the text", part).isNotNegative();
    return new CharSpan(at, at + part.length());
  }

  @Test
  void theClausesOwnDateComesFirst() {
    String text = "Iran, which attacked Iraq in 1980, met Oman on May 16.";
    assertThat(governing(text, "which attacked Iraq in 1980", "attacked")).isEqualTo("1980");
    assertThat(governing(text, "met Oman on May 16", "met")).isEqualTo("2022-05-16");
  }

  @Test
  void theSentencesDateServesAClauseWithoutOne() {
    String text = "On May 16, Iran met Oman and praised Qatar.";
    assertThat(governing(text, "praised Qatar", "praised")).isEqualTo("2022-05-16");
  }

  @Test
  void ofARangeTheBeginning() {
    String text = "From 2019 to 2021 Iran shelled Oman.";
    assertThat(governing(text, text, "shelled")).isEqualTo("2019");
  }

  @Test
  void durationsDateNothing() {
    String text = "Iran shelled Oman for three days.";
    assertThat(governing(text, text, "shelled")).isEqualTo("none");
  }

  /** Through the whole coder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Iran attacked Iraq on May 16.                             | 2022-05-16 | stated
          Iran attacked Iraq on Friday.                             | 2022-06-17 | stated
          In March 2021, Iran attacked Iraq.                        | 2021-03    | stated
          Iran attacked Iraq yesterday.                             | 2022-06-19 | stated
          Iran attacked Iraq.                                       | 2022-06-20 | published
          Iran attacked Iraq for three days.                        | 2022-06-20 | published
          Last year Iran attacked Iraq.                             | 2021       | stated
          In May Iran attacked Iraq.                                | 2022-05    | stated
          In mid-April Iran attacked Iraq.                          | 2022-04    | stated
          Iran attacked Iraq, Oman said on Friday.                  | 2022-06-20 | published
          Oman said on Friday that Iran attacked Iraq on Thursday.  | 2022-06-16 | stated
          Iran said on Friday it would sign a treaty with Oman.     | 2022-06-17 | stated
          Iran's withdrawal from Iraq was completed on Friday.      | 2022-06-17 | stated
          """)
  void anEventSaysWhetherItsDateIsStated(String text, String value, String basis) {
    Event event = Engine.coder().code(Article.of("test", text).published(MONDAY)).events().get(0);
    assertThat(event.date().date()).contains(value);
    String said = event.date().fold(s -> "stated", p -> "published", u -> "none");
    assertThat(said).isEqualTo(basis);
    event
        .date()
        .fold(
            s -> assertThat(s.span().of(text)).isEqualTo(s.text()),
            p -> assertThat(basis).isEqualTo("published"),
            u -> assertThat(basis).isEqualTo("none"));
  }

  @Test
  void withoutPublicationAnUndatedEventHasNoDate() {
    Event event = Engine.coder().code(Article.of("test", "Iran attacked Iraq.")).events().get(0);
    assertThat(event.date()).isEqualTo(new When.Unstated());
    assertThat(event.date().date()).isEmpty();
  }
}
