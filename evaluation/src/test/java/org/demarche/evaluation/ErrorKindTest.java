package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.code.Coding;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;

class ErrorKindTest {
  private static final ActorBook BOOK =
      ActorBook.of(
          List.of(
              new DataFile(
                  "made.yaml",
                  """
                  - { code: FRA, kind: state, name: France }
                  - { code: DEU, kind: state, name: Germany }
                  - { code: ITA, kind: state, name: Italy }
                  """)),
          List.of());

  /** One sentence whose gold is AID FRA -> DEU. */
  private static Map<DyadError, Integer> dyads(Coding coding) {
    EventGold gold =
        new EventGold(
            "1",
            1,
            "x",
            Optional.empty(),
            "AID",
            List.of(new EventGold.Side("", "FRA")),
            List.of(new EventGold.Side("", "DEU")));
    return DyadError.count(EventScore.score(List.of(gold), BOOK, article -> coding));
  }

  private static Map<DyadError, Integer> coded(Event... events) {
    return dyads(Made.coding(events));
  }

  @Test
  void everyWayADyadCanBeWrong() {
    assertThat(coded()).isEqualTo(Map.of(DyadError.NO_PARTY, 1));
    assertThat(coded(Made.event("AID", "FRA", "DEU"))).isEmpty();
    assertThat(coded(Made.event("AID", "FRA", "DEU"), Made.event("AID", "DEU", "FRA")))
        .isEqualTo(Map.of(DyadError.EXTRA_REVERSE, 1));
    assertThat(coded(Made.event("ACCUSE", "FRA", "DEU")))
        .isEqualTo(Map.of(DyadError.OTHER_TYPE, 1, DyadError.EXTRA_OTHER, 1));
    assertThat(coded(Made.event("AID", "FRA", "?")))
        .isEqualTo(Map.of(DyadError.HALF, 1, DyadError.EXTRA_HALF, 1));
    assertThat(coded(Made.event("AID", "FRA", "ITA")))
        .isEqualTo(Map.of(DyadError.OTHER_COUNTRY, 1, DyadError.EXTRA_OTHER, 1));
    assertThat(coded(Made.event("ACCUSE", "ITA", "DEU")))
        .isEqualTo(Map.of(DyadError.OTHER_EVENT, 1, DyadError.EXTRA_OTHER, 1));
  }

  @Test
  void relationsWithoutAReading() {
    RelationGold gold =
        new RelationGold("1", 1, "Foo met Bar.", new CharSpan(0, 3), new CharSpan(8, 11), "AID", 2);
    Map<ErrorClass, Integer> none =
        ErrorClass.count(
            RelationScore.score(List.of(gold), a -> Made.coding()),
            a -> {
              throw new IllegalStateException("boom");
            });
    assertThat(none).isEqualTo(Map.of(ErrorClass.NOTHING_FITS, 1));
    Map<ErrorClass, Integer> other =
        ErrorClass.count(
            RelationScore.score(
                List.of(gold), a -> Made.coding(Made.event("ACCUSE", "FRA", "DEU"))),
            a -> List.of());
    assertThat(other).isEqualTo(Map.of(ErrorClass.OTHER_TYPE, 1));
    assertThat(ScoreText.of(Map.of(ErrorClass.OUTRANKED, 2, ErrorClass.UNTIED, 13)).lines())
        .containsExactlyElementsOf(
            Arrays.asList(
                "error classes",
                "   13  " + ErrorClass.UNTIED.label(),
                "    2  " + ErrorClass.OUTRANKED.label()));
  }
}
