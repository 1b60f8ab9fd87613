package org.demarche.archive.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Databases;
import org.demarche.archive.store.Dialect;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.SharedCoder;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts of a few coded articles, on both databases. */
@ParameterizedClass
@EnumSource
class TallyTest {
  @TempDir static Path folder;
  private static Archive archive;
  private static Search search;
  private static Tally tally;

  @Parameter Dialect dialect;

  @BeforeParameterizedClassInvocation
  static void open(Dialect dialect) {
    archive = Archive.open(Databases.fresh(dialect, folder));
    search =
        new Search(archive, Clock.fixed(Instant.parse("2024-05-10T12:00:00Z"), ZoneOffset.UTC));
    tally = new Tally(archive, search);
    add(
        "treaty",
        "2024-05-06",
        "Kazakhstan signed a trade agreement with Japan in Almaty on Monday.",
        "North Agency");
    add(
        "treaty again",
        "2024-05-07",
        "Japan and Kazakhstan signed a trade agreement in Almaty on Monday.",
        "South Agency");
    add(
        "strike",
        "2024-04-12",
        "The Russian army shelled Ukrainian positions on Thursday.",
        "South Agency");
    add("past", "2024-05-08", "The foreign minister of Türkiye visited Japan in 2022.", "");
    add("perhaps", "2024-05-08", "If talks fail, Türkiye will sanction Egypt.", "");
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (archive != null) {
      archive.close();
    }
  }

  private static void add(String id, String day, String text, String outlet) {
    List<Provenance.Hop> way =
        outlet.isEmpty()
            ? List.of()
            : List.of(
                new Provenance.Hop(outlet, Optional.empty(), Optional.empty(), Optional.empty()));
    Article article =
        new Article(
            id,
            "Title of " + id,
            "",
            "en",
            Optional.of(LocalDate.parse(day)),
            text,
            new Provenance(way),
            List.of());
    archive.add(Entry.of(article, SharedCoder.CODER.code(article)));
  }

  private Query query(String typed) {
    return search
        .parse(typed)
        .fold(
            Parsed.Understood::query,
            mistake -> {
              throw new AssertionError(mistake.pointing());
            });
  }

  private Map<String, Long> facet(String typed, Facet facet) {
    return tally.ofEvents(query(typed), 10).get(facet).stream()
        .collect(Collectors.toMap(Facet.Count::value, Facet.Count::count));
  }

  @Test
  void facetsCountWhatNarrowingFinds() {
    assertThat(archive.database().dialect()).isEqualTo(dialect);
    for (Facet facet : Facet.OF_EVENTS) {
      Map<String, Long> counts = facet("", facet);
      assertThat(counts).as(facet.label()).isNotEmpty();
      counts.forEach(
          (value, count) ->
              assertThat(search.countEvents(query(facet.field() + ":\"" + value + "\"")))
                  .as(facet + " " + value)
                  .isEqualTo(count));
    }
    assertThat(facet("party:JPN", Facet.TYPE)).containsEntry("SUPPORT", 4L);
    assertThat(facet("actor:RUS", Facet.RECIPIENT)).containsKey("UKR").doesNotContainKey("JPN");
    assertThat(facet("", Facet.SOURCE)).containsKeys("North Agency", "South Agency");
  }

  @Test
  void articlesHaveFacetsOfTheirOwn() {
    for (Facet facet : Facet.OF_ARTICLES) {
      for (Facet.Count count : tally.ofArticles(query("party:JPN"), facet, 10)) {
        Query narrowed = query("party:JPN " + facet.field() + ":\"" + count.value() + "\"");
        assertThat(search.countArticles(narrowed)).isEqualTo(count.count());
      }
    }
  }

  @Test
  void facetsCanBeCutShortAndMonthsBeginWithTheLatest() {
    assertThat(tally.ofEvents(query(""), 1).get(Facet.TYPE)).hasSize(1);
    assertThat(tally.ofEvents(query(""), 10).get(Facet.MONTH))
        .extracting(Facet.Count::value)
        .containsExactly("2024-05", "2024-04");
  }

  @Test
  void whatWasReportedTwiceCountsOnce() {
    Query treaty = query("actor:KAZ recipient:JPN");
    assertThat(search.countEvents(treaty)).isEqualTo(2);
    Timeline timeline = tally.timeline(treaty, Optional.of(Step.MONTH));
    assertThat(timeline.periods()).hasSize(1);
    assertThat(timeline.periods().get(0).date()).isEqualTo("2024-05");
    assertThat(timeline.periods().get(0).sum().verbalCooperation()).isEqualTo(1);
    assertThat(timeline.periods().get(0).sum().goldstein().getAsDouble()).isPositive();
    assertThat(tally.pairs(treaty, 10)).hasSize(1);
    assertThat(tally.pairs(treaty, 10).get(0).sum().events()).isEqualTo(1);
  }

  @Test
  void aTimelineHasNoGapsAndPutsNothingWhereItMayNotBe() {
    Timeline months = tally.timeline(query(""), Optional.of(Step.MONTH));
    assertThat(months.periods())
        .extracting(Timeline.Period::date)
        .containsExactly("2024-04", "2024-05");
    assertThat(months.periods().get(0).sum().materialConflict()).isEqualTo(1);
    assertThat(months.vague()).as("the visit of some day in 2022").isEqualTo(1);
    Timeline years = tally.timeline(query(""), Optional.of(Step.YEAR));
    assertThat(years.periods())
        .extracting(Timeline.Period::date)
        .containsExactly("2022", "2023", "2024");
    assertThat(years.periods().get(1).sum().events()).isZero();
    assertThat(years.vague()).isZero();
    Timeline weeks = tally.timeline(query("actor:RUS recipient:UKR"), Optional.of(Step.WEEK));
    assertThat(weeks.periods().get(0).date()).isEqualTo("2024-04-08..2024-04-14");
    assertThat(tally.timeline(query("actor:RUS"), Optional.empty()).step()).isEqualTo(Step.WEEK);
    assertThat(tally.timeline(query("nothingofthekind"), Optional.empty()).periods()).isEmpty();
  }

  @Test
  void whatMightBeIsNoAct() {
    Query perhaps = query("recipient:EGY");
    assertThat(search.countEvents(perhaps)).isEqualTo(1);
    assertThat(search.countEvents(Acts.of(perhaps))).isZero();
    assertThat(search.countEvents(Acts.of(query("recipient:UKR")))).isEqualTo(1);
  }

  @Test
  void pairsHaveNoDirectionAndDeedsHaveOne() {
    List<Pair> pairs = tally.pairs(query(""), 10);
    assertThat(pairs).anyMatch(p -> p.one().equals("JPN") && p.other().equals("KAZ"));
    Pair treaty = pairs.stream().filter(p -> p.other().equals("KAZ")).findFirst().orElseThrow();
    assertThat(treaty.besides("KAZ")).isEqualTo("JPN");
    assertThat(treaty.sum().cooperation()).isEqualTo(2);
    assertThat(treaty.sum().conflict()).isZero();
    assertThat(tally.deeds(query("party:KAZ")))
        .containsExactlyInAnyOrder(
            new Deed("JPN", "KAZ", "SUPPORT", 1, 1), new Deed("KAZ", "JPN", "SUPPORT", 1, 1));
  }

  @Test
  void countriesAndPlaces() {
    assertThat(tally.byCode(query("type:SUPPORT"), Tally.By.PLACE).get("KAZ").events())
        .isEqualTo(2);
    assertThat(tally.byCode(query(""), Tally.By.ACTOR)).containsKeys("RUS", "JPN", "KAZ");
    assertThat(tally.byCode(query(""), Tally.By.RECIPIENT)).containsKey("UKR");
    List<Spot> spots = tally.spots(query("type:SUPPORT"), 10);
    assertThat(spots).hasSize(1);
    assertThat(spots.get(0).place().name()).isEqualTo("Almaty");
    assertThat(spots.get(0).place().point().orElseThrow().latitude()).isBetween(43.0, 44.0);
    assertThat(tally.spots(query("recipient:EGY"), 10)).isEmpty();
  }
}
