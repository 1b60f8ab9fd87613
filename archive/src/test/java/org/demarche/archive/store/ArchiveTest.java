package org.demarche.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Coding;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ArchiveTest {
  @Parameter Dialect dialect;
  private static Coder coder;

  @TempDir Path folder;
  private Archive archive;

  @BeforeAll
  static void load() {
    coder = SharedCoder.CODER;
  }

  @BeforeEach
  void open() {
    archive = Archive.open(Databases.fresh(dialect, folder.resolve("deep")));
  }

  @AfterEach
  void close() {
    if (archive != null) {
      archive.close();
    }
  }

  private static final Provenance WAY =
      new Provenance(
          List.of(
              new Provenance.Hop(
                  "North Agency",
                  Optional.of("https://www.north.example/1"),
                  Optional.of("2024-05-06"),
                  Optional.of("all rights reserved")),
              new Provenance.Hop(
                  "",
                  Optional.of("https://portal.example/news/1"),
                  Optional.empty(),
                  Optional.empty())));

  private static PressArticle page(String id, Provenance way, String text) {
    return PressArticle.of(
        new Article(
            id, "A treaty", "", "en", Optional.of(LocalDate.of(2024, 5, 6)), text, way, List.of()));
  }

  private static Entry entry(PressArticle page) {
    return Entry.of(page, coder.code(page.article()));
  }

  private static final String TEXT =
      "Kazakhstan signed a trade agreement with Japan on Monday. The weather was fine. "
          + "France will send 83 million euros in aid to Armenia, according to its ministry.";

  @Test
  void givesBackWhatWasAdded() {
    Entry entry = entry(page("a.txt", WAY, TEXT));
    Added added = archive.add(entry);

    assertThat(added.change()).isEqualTo(Added.Change.NEW_ARTICLE);
    StoredArticle article = archive.article(added.article()).orElseThrow();
    assertThat(article.page()).isEqualTo(entry.page());
    assertThat(article.head().key()).isEqualTo("portal.example/news/1");
    assertThat(article.head().source()).isEqualTo("North Agency");
    assertThat(article.head().via()).containsExactly("portal.example");
    Coding coding = entry.coding().orElseThrow();
    List<StoredEvent> events = archive.events(Filter.current());
    assertThat(events).extracting(StoredEvent::event).isEqualTo(coding.events()).isNotEmpty();
    assertThat(events).extracting(StoredEvent::run).containsOnly(coder.run());
    assertThat(events).extracting(StoredEvent::key).doesNotHaveDuplicates();
    assertThat(archive.sentences(article.versionId()))
        .extracting(StoredSentence::kind)
        .containsExactly(
            StoredSentence.Kind.CODED, StoredSentence.Kind.NONE, StoredSentence.Kind.CODED);
    assertThat(archive.mentions(article.versionId()))
        .extracting(m -> m.party().code())
        .contains("KAZ", "JPN", "FRA", "ARM");
  }

  @Test
  void addingTwiceChangesNothing() {
    Entry entry = entry(page("a.txt", WAY, TEXT));
    Added first = archive.add(entry);
    List<StoredEvent> events = archive.events(Filter.everything());

    Added second = archive.add(entry);

    assertThat(second).isEqualTo(new Added(first.article(), 1, Added.Change.UNCHANGED));
    assertThat(archive.events(Filter.everything())).isEqualTo(events);
    assertThat(archive.known(entry.page(), coder.run())).contains(second);
  }

  @Test
  void theSameFileUnderAnotherPathIsTheSameArticle() {
    Added first = archive.add(entry(page("a.txt", Provenance.UNKNOWN, TEXT)));
    Added second = archive.add(entry(page("/tmp/a.txt", Provenance.UNKNOWN, TEXT)));
    assertThat(second).isEqualTo(new Added(first.article(), 1, Added.Change.UNCHANGED));
  }

  @Test
  void aChangedTextIsANewVersionAndOnlyItsEventsCount() {
    Added first = archive.add(entry(page("a.txt", WAY, TEXT)));
    Added second =
        archive.add(entry(page("a.txt", WAY, "Kazakhstan signed a trade agreement with Japan.")));

    assertThat(second).isEqualTo(new Added(first.article(), 2, Added.Change.NEW_VERSION));
    assertThat(archive.versions(first.article())).hasSize(2);
    assertThat(archive.events(Filter.current()))
        .isNotEmpty()
        .allMatch(e -> e.article().version() == 2);
    assertThat(archive.events(Filter.everything())).anyMatch(e -> e.article().version() == 1);
  }

  @Test
  void keepsUncodedArticles() {
    PressArticle page = page("ru", Provenance.UNKNOWN, "Президент встретился с министром.");
    Added added = archive.add(new Entry(page, Optional.empty()));
    assertThat(archive.article(added.article()).orElseThrow().page()).isEqualTo(page);
  }

  @Test
  void keepsVotes() {
    Entry entry =
        entry(
            page(
                "v.txt",
                WAY,
                "France and Japan voted for the resolution, while Kazakhstan abstained."));
    archive.add(entry);
    List<StoredVote> votes = new java.util.ArrayList<>();
    archive.eachVote(Filter.current(), votes::add);
    assertThat(votes)
        .extracting(StoredVote::vote)
        .isEqualTo(entry.coding().orElseThrow().votes())
        .isNotEmpty();
  }
}
