package org.demarche.archive.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
  private final QueryParser parser =
      new QueryParser(
          Clock.fixed(Instant.parse("2024-05-10T12:00:00Z"), ZoneOffset.UTC),
          type -> type.equals("STRIKE"));

  private Query query(String typed) {
    return parser
        .parse(typed)
        .fold(
            Parsed.Understood::query,
            mistake -> {
              throw new AssertionError(mistake.pointing());
            });
  }

  private static Query.Words words(String... words) {
    return new Query.Words(List.of(words), false);
  }

  private static Query.Attribute type(String... types) {
    return new Query.Attribute(Query.Column.TYPE, List.of(types));
  }

  @Test
  void wordsSideBySideMustAllBeThere() {
    assertThat(query("grain Treaties"))
        .isEqualTo(new Query.And(List.of(words("grain"), words("treaties"))));
    assertThat(query("grain AND treaties")).isEqualTo(query("grain treaties"));
  }

  @Test
  void orBindsLessThanSideBySide() {
    assertThat(query("a b OR c -d"))
        .isEqualTo(
            new Query.Or(
                List.of(
                    new Query.And(List.of(words("a"), words("b"))),
                    new Query.And(List.of(words("c"), new Query.Not(words("d")))))));
    assertThat(query("a (b OR c)"))
        .isEqualTo(
            new Query.And(List.of(words("a"), new Query.Or(List.of(words("b"), words("c"))))));
  }

  @Test
  void phrasesAndPrefixes() {
    assertThat(query("\"Peace talks\"")).isEqualTo(words("peace", "talks"));
    assertThat(query("negotiat*")).isEqualTo(new Query.Words(List.of("negotiat"), true));
    assertThat(query("Türkiye-based")).isEqualTo(words("turkiye", "based"));
  }

  @Test
  void codesAndNames() {
    assertThat(query("actor:RUS")).isEqualTo(new Query.Party(Query.Side.ACTOR, "RUS", "", ""));
    assertThat(query("recipient:RUS/MIL"))
        .isEqualTo(new Query.Party(Query.Side.RECIPIENT, "RUS", "MIL", ""));
    assertThat(query("actor:\"foreign minister\""))
        .isEqualTo(new Query.Party(Query.Side.ACTOR, "", "", "foreign minister"));
    assertThat(query("party:RUS,CHN"))
        .isEqualTo(
            new Query.Or(
                List.of(
                    new Query.Party(Query.Side.EITHER, "RUS", "", ""),
                    new Query.Party(Query.Side.EITHER, "CHN", "", ""))));
  }

  @Test
  void typesOfPloverAndOfTheArchive() {
    assertThat(query("type:consult,ACCUSE")).isEqualTo(type("CONSULT", "ACCUSE"));
    assertThat(query("type:STRIKE")).isEqualTo(type("STRIKE"));
    assertThat(query("quad:conflict"))
        .isEqualTo(new Query.Attribute(Query.Column.QUAD, List.of("3", "4")));
    assertThat(query("status:facts"))
        .isEqualTo(new Query.Attribute(Query.Column.STATUS, List.of("happened", "ongoing")));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-03-05, 2022-03-05, 2022-03-05",
    "2022-03, 2022-03-01, 2022-03-31",
    "2022, 2022-01-01, 2022-12-31",
    "2022-03..2022-05, 2022-03-01, 2022-05-31",
    "2022-W12, 2022-03-21, 2022-03-27",
    "2022-03.., 2022-03-01,",
    "..2022-03, , 2022-03-31",
    "P1W, 2024-05-04, 2024-05-10",
    "P1D, 2024-05-10, 2024-05-10"
  })
  void spansOfDays(String typed, LocalDate first, LocalDate last) {
    assertThat(query("date:" + typed))
        .isEqualTo(new Query.Dated(Optional.ofNullable(first), Optional.ofNullable(last)));
    assertThat(query("published:" + typed))
        .isEqualTo(new Query.Published(Optional.ofNullable(first), Optional.ofNullable(last)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grain (treaty            | 6  | this parenthesis is not closed",
        "grain treaty)            | 12 | this parenthesis closes none",
        "a ()                     | 3  | something to look for is missing here",
        "a OR                     | 2  | OR needs something on either side",
        "OR a                     | 0  | something to look for is missing here",
        "\"peace talks            | 0  | this quotation mark is not closed",
        "actor:RUS -              | 10 | nothing follows this minus",
        "colour:red               | 0  | no field is called 'colour'",
        "a type:                  | 7  | a value must follow 'type:' at once",
        "type:CONSULT,MEETING     | 13 | no event has the type 'MEETING'",
        "date:2022-13             | 5  | not a date",
        "date:2022-05..2022-03    | 14 | the span ends before it begins",
        "date:PX                  | 5  | not a period",
        "a status:maybe           | 9  | status is happened, ongoing",
        "quad:5                   | 5  | quad is 1 (verbal cooperation)",
        "a ---                    | 4  | nothing follows this minus",
        "grain ,                  | 6  | no letter or digit in it"
      })
  void mistakesPointAtTheCharacter(String typed, int at, String message) {
    Parsed parsed = parser.parse(typed);
    assertThat(parsed).isInstanceOf(Parsed.Mistake.class);
    Parsed.Mistake mistake = (Parsed.Mistake) parsed;
    assertThat(mistake.message()).startsWith(message);
    assertThat(mistake.at()).isEqualTo(at);
    assertThat(mistake.pointing().lines().reduce((a, b) -> b).orElseThrow())
        .isEqualTo(" ".repeat(at + 2) + "^");
  }

  @Property
  void neverBreaksDown(@ForAll String typed) {
    assertThat(parser.parse(typed)).isNotNull();
  }

  @Test
  void deepNestingIsAMistake() {
    assertThat(parser.parse("(".repeat(100_000))).isInstanceOf(Parsed.Mistake.class);
    assertThat(parser.parse("-".repeat(100_000) + "a")).isInstanceOf(Parsed.Mistake.class);
  }
}
