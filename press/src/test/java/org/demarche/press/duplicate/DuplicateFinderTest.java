package org.demarche.press.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateFinderTest {
  private static final String TEXT = String.join("\n\n", new MadePress(1).paragraphs(6));
  private static final Instant NINE = Instant.parse("2024-05-06T09:00:00Z");

  private final DuplicateFinder finder = new DuplicateFinder(new MemoryIndex());

  private static Copy copy(String id, String outlet, String credit, String text, int hour) {
    return new Copy(
        id,
        Optional.of(outlet + "/" + id),
        outlet,
        credit,
        "",
        Optional.of(NINE.plusSeconds(hour * 3600L)),
        Sketch.of(text));
  }

  @Test
  void seenAgainUnchangedIsARepeat() {
    Copy copy = copy("a", "agency.example", "", TEXT, 0);
    assertThat(finder.add(copy)).isEqualTo(Placement.fresh(List.of()));
    assertThat(finder.add(copy)).isEqualTo(Placement.repeat(copy));
  }

  @Test
  void theEarliestIsTheOriginalOfALaterReprint() {
    finder.add(copy("late", "post.example", "", TEXT, 2));
    Copy early = copy("early", "herald.example", "", TEXT, 1);
    finder.add(early);
    Placement placement = finder.add(copy("last", "gazette.example", "", TEXT, 3));
    assertThat(placement).isEqualTo(Placement.reprint(early, 1, false));
  }

  @Test
  void anOriginalThatComesInLateTakesItsReprints() {
    finder.add(copy("late", "post.example", "", TEXT, 2));
    assertThat(finder.add(copy("early", "herald.example", "", TEXT, 1)))
        .isEqualTo(Placement.fresh(List.of("late")));
  }

  @Test
  void theCreditedOutletIsTheOriginalWhateverTheHour() {
    finder.add(copy("paper", "post.example", "Agency", TEXT, 1));
    Copy wire = copy("wire", "agency.example", "", TEXT, 2);
    assertThat(finder.add(wire)).isEqualTo(Placement.fresh(List.of("paper")));
    assertThat(finder.add(copy("other", "herald.example", "(AGENCY)", TEXT, 3)))
        .isEqualTo(Placement.reprint(wire, 1, true));
  }

  @Test
  void anOldTextPrintedAgainLongAfterIsNotJoined() {
    finder.add(copy("old", "post.example", "", TEXT, 0));
    assertThat(finder.add(copy("new", "herald.example", "", TEXT, 24 * 60)).kind())
        .isEqualTo(Placement.Kind.NEW);
  }

  @Test
  void chineseReprintsAreFoundByCharacters() {
    String text = "外交部发言人星期一表示，双方将在下月举行的峰会上继续就边界问题进行磋商，并讨论两国之间的贸易协定以及水资源条约的执行情况。";
    finder.add(copy("a", "agency.example", "", text, 0));
    assertThat(finder.add(copy("b", "post.example", "", text.substring(0, 50), 1)).kind())
        .isEqualTo(Placement.Kind.REPRINT);
  }

  @Test
  void textsWithoutWordsAreNobodysReprint() {
    finder.add(copy("a", "agency.example", "", "…", 0));
    assertThat(finder.add(copy("b", "post.example", "", "", 1)).kind())
        .isEqualTo(Placement.Kind.NEW);
  }

  @Test
  void sketchesSurviveStorage() {
    Sketch sketch = Sketch.of(TEXT);
    assertThat(Sketch.ofBytes(sketch.bytes())).isEqualTo(sketch);
    assertThat(sketch.size()).isGreaterThan(60);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.post.example/a/b?utm_source=x&id=3#top, post.example/a/b?id=3",
    "http://post.example/a/b/, post.example/a/b",
    "https://m.post.example/a/amp/?fbclid=1, post.example/a",
    "not an address, not an address",
    "https://post.example, post.example"
  })
  void addressesAreMadeComparable(String address, String clean) {
    assertThat(Addresses.clean(address)).isEqualTo(clean);
  }
}
