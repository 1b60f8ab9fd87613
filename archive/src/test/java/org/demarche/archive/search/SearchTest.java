package org.demarche.archive.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.archive.intake.Intake;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Databases;
import org.demarche.archive.store.Dialect;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.GeneratedNews;
import org.demarche.archive.store.SharedCoder;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  @Parameter Dialect dialect;
  @TempDir Path folder;
  private Archive archive;
  private Search search;

  @BeforeAll
  void open() {
    archive = Archive.open(Databases.fresh(dialect, folder));
    search = search(archive);
    news();
  }

  private static Search search(Archive archive) {
    return new Search(archive, Clock.fixed(Instant.parse("2024-05-10T12:00:00Z"), ZoneOffset.UTC));
  }

  @AfterAll
  void close() {
    if (archive != null) {
      archive.close();
    }
  }

  private void add(String id, String day, String text, Provenance.Hop... way) {
    Article article =
        new Article(
            id,
            "Title of " + id,
            "",
            "en",
            Optional.of(LocalDate.parse(day)),
            text,
            new Provenance(List.of(way)),
            List.of());
    archive.add(Entry.of(article, SharedCoder.CODER.code(article)));
  }

  private static Provenance.Hop hop(String name, String url) {
    return new Provenance.Hop(
        name,
        url.isEmpty() ? Optional.empty() : Optional.of(url),
        Optional.empty(),
        Optional.empty());
  }

  private void news() {
    add(
        "treaty",
        "2024-05-06",
        "Kazakhstan signed a trade agreement with Japan on Monday.",
        hop("North Agency", ""),
        hop("", "https://www.portal.example/1"));
    add(
        "strike",
        "2024-05-07",
        "The Russian army shelled Ukrainian positions. France condemned Russia for the shelling.",
        hop("South Agency", "https://south.example/2"));
    add("visit", "2024-05-08", "The foreign minister of Türkiye visited Japan in March 2022.");
    add("plan", "2024-05-09", "France will send grain to Armenia in June.");
  }

  /** What is not coded is found by whom it names, in whatever form; what is coded by its events. */
  @Test
  void articlesInOtherLanguagesByWhomTheyName() {
    try (Archive press = Archive.open(Databases.fresh(dialect, folder))) {
      Intake intake = new Intake(press, SharedCoder.CODER);
      press.add(
          List.of(
              intake.entry(
                  article("ru", "Подписано соглашение с Казахстаном, сообщила японская сторона.")),
              intake.entry(article("ru", "В горах ожидается снег.")),
              intake.entry(
                  article("en", "Japan met Kazakhstan on Monday. Snow fell in Mongolia."))));
      Search found = search(press);
      assertThat(titles(found, "actor:KAZ lang:ru")).containsExactly("ru Подписано");
      assertThat(titles(found, "actor:kazakh recipient:japan lang:ru"))
          .containsExactly("ru Подписано");
      assertThat(titles(found, "party:KAZ")).containsExactly("en Japan", "ru Подписано");
      assertThat(titles(found, "party:KAZ,MNG")).containsExactly("en Japan", "ru Подписано");
      assertThat(titles(found, "party:MNG")).isEmpty();
      assertThat(titles(found, "names:MNG")).containsExactly("en Japan");
      assertThat(titles(found, "names:mongol -names:RUS")).containsExactly("en Japan");
      assertThat(titles(found, "names:JPN,MNG lang:ru")).containsExactly("ru Подписано");
      assertThat(found.countEvents(query("names:MNG"))).isEqualTo(found.countEvents(query("")));
      assertThat(titles(found, "-party:JPN")).containsExactly("ru В");
      assertThat(titles(found, "actor:KAZ type:CONSULT lang:ru")).isEmpty();
      assertThat(titles(found, "actor:KAZ/GOV lang:ru")).isEmpty();
      assertThat(press.mentions(press.versions(3).get(0).versionId()))
          .extracting(m -> m.party().code())
          .containsExactly("JPN", "KAZ", "MNG");
    }
  }

  private static PressArticle article(String language, String text) {
    return PressArticle.of(
        new Article(
            language + text.length(),
            language + " " + text.split(" ")[0],
            "",
            language,
            Optional.of(LocalDate.parse("2024-05-06")),
            text,
            Provenance.UNKNOWN,
            List.of()));
  }

  private List<String> titles(Search search, String typed) {
    return search.articles(query(typed), 10, Optional.empty()).found().stream()
        .map(hit -> hit.article().title())
        .toList();
  }

  /** Votes with an archive of their own: their articles report events as well. */
  @Test
  void votesByWhoCastThemAndHow() {
    try (Archive votes = Archive.open(Databases.fresh(dialect, folder))) {
      Article article =
          new Article(
              "assembly",
              "Title",
              "",
              "en",
              Optional.of(LocalDate.parse("2024-03-05")),
              "Japan voted for the resolution condemning Syria. Iran voted against the resolution."
                  + " The Philippines and Cuba abstained on 1 March.",
              Provenance.UNKNOWN,
              List.of());
      votes.add(Entry.of(article, SharedCoder.CODER.code(article)));
      Search found = search(votes);
      assertThat(votes(found, "")).containsExactly("IRN", "JPN", "CUB", "PHL");
      assertThat(votes(found, "vote:abstained date:2024-03-01")).containsExactly("CUB", "PHL");
      assertThat(votes(found, "actor:JPN vote:for,against")).containsExactly("JPN");
      assertThat(votes(found, "actor:\"phil\"")).containsExactly("PHL");
      assertThat(votes(found, "resolution")).containsExactly("IRN", "JPN");
      assertThat(votes(found, "-resolution OR actor:IRN")).containsExactly("IRN", "CUB", "PHL");
      assertThat(votes(found, "lang:ru")).isEmpty();
      assertThat(votes(found, "type:REJECT")).isEmpty();
      assertThat(found.countArticles(query("vote:against"))).isEqualTo(1);
      assertThat(found.countArticles(query("vote:absent"))).isZero();
    }
  }

  /** The latest first; of one day the last read first, so that the order of voters is turned. */
  private List<String> votes(Search search, String typed) {
    Query query = query(typed);
    List<StoredVote> whole = search.votes(query, 100, Optional.empty()).found();
    assertThat(search.countVotes(query)).isEqualTo(whole.size());
    Search.Page<StoredVote> first = search.votes(query, 1, Optional.empty());
    assertThat(first.found()).isEqualTo(whole.subList(0, Math.min(1, whole.size())));
    return whole.stream().map(v -> v.vote().voter().party().code()).toList();
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

  /** The ids of the articles in which events are found. */
  private String events(String typed) {
    Query query = query(typed);
    List<StoredEvent> found = search.events(query, 100, Optional.empty()).found();
    assertThat(search.countEvents(query)).isEqualTo(found.size());
    return found.stream()
        .map(e -> e.event().article())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private String articles(String typed) {
    Query query = query(typed);
    List<Search.ArticleHit> found = search.articles(query, 100, Optional.empty()).found();
    assertThat(search.countArticles(query)).isEqualTo(found.size());
    return found.stream()
        .map(hit -> hit.article().title().substring("Title of ".length()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void eventsByTheirFields() {
    assertThat(events("")).isEqualTo("plan strike treaty visit");
    assertThat(events("actor:RUS")).isEqualTo("strike");
    assertThat(events("actor:RUS/MIL recipient:UKR")).isEqualTo("strike");
    assertThat(events("actor:RUS/GOV recipient:UKR")).isEmpty();
    assertThat(events("recipient:JPN")).isEqualTo("treaty visit");
    assertThat(events("party:JPN -actor:TUR")).isEqualTo("treaty");
    assertThat(events("type:ASSAULT,CONSULT")).isEqualTo("strike visit");
    assertThat(events("quad:conflict")).isEqualTo("strike");
    assertThat(events("mode:visit")).isEqualTo("visit");
    assertThat(events("cameo:05")).isEqualTo("treaty");
    assertThat(events("type:SANCTION")).isEmpty();
  }

  @Test
  void eventsByDate() {
    assertThat(events("date:2022")).isEqualTo("visit");
    assertThat(events("date:2022-03..2022-05")).isEqualTo("visit");
    assertThat(events("date:P1W cameo:05 status:facts")).isEqualTo("treaty");
    assertThat(events("date:..2023")).isEqualTo("visit");
    assertThat(events("published:2024-05-07")).isEqualTo("strike");
    assertThat(events("-published:2024-05-07..")).isEqualTo("treaty");
  }

  @Test
  void eventsByTheWordsOfTheirSentence() {
    assertThat(events("shelling")).isEqualTo("strike");
    assertThat(events("\"trade agreements\"")).isEqualTo("treaty");
    assertThat(events("\"agreement trade\"")).isEmpty();
    assertThat(events("turkiye")).isEqualTo("visit");
    assertThat(events("agree* OR visited")).isEqualTo("treaty visit");
    assertThat(events("signed OR (party:TUR minister)")).isEqualTo("treaty visit");
    assertThat(events("-signed party:JPN")).isEqualTo("visit");
  }

  @Test
  void eventsByWhereTheArticleComesFrom() {
    assertThat(events("source:\"north agency\"")).isEqualTo("treaty");
    assertThat(events("via:portal.example")).isEqualTo("treaty");
    assertThat(events("source:portal.example")).isEmpty();
    assertThat(events("source:south")).isEqualTo("strike");
    assertThat(events("lang:ru")).isEmpty();
    assertThat(events("lang:en signed")).isEqualTo("treaty");
  }

  @Test
  void articlesByWordsAndByWhatOneEventOfTheirsSays() {
    assertThat(articles("")).isEqualTo("plan strike treaty visit");
    assertThat(articles("title treaty")).isEqualTo("treaty");
    assertThat(articles("army condemned")).isEqualTo("strike");
    assertThat(articles("actor:RUS recipient:UKR")).isEqualTo("strike");
    assertThat(articles("actor:FRA recipient:UKR")).isEmpty();
    assertThat(articles("actor:RUS OR grain")).isEqualTo("plan strike");
    assertThat(articles("-actor:RUS -type:CONSULT")).isEqualTo("plan treaty");
    assertThat(articles("source:\"South Agency\"")).isEqualTo("strike");
    assertThat(articles("minister published:2024-05-08")).isEqualTo("visit");
  }

  @Test
  void whatIsInTheQueryIsNeverReadAsSql() {
    assertThat(events("actor:\"'; DROP TABLE event; --\"")).isEmpty();
    assertThat(events("actor:\"%\"")).isEmpty();
    assertThat(events("rule:_______")).isEmpty();
    assertThat(events("\"signed' OR NEAR( * x\"")).isEmpty();
    assertThat(events("")).isNotEmpty();
  }

  @Test
  void pagesFollowOneAnother() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      entries.add(GeneratedNews.entry(i, 3));
    }
    try (Archive generated = Archive.open(Databases.fresh(dialect, folder))) {
      generated.add(entries);
      pagesFollow(search(generated));
    }
  }

  private void pagesFollow(Search search) {
    Query query = query("quad:1");
    List<Long> paged = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Search.Page<StoredEvent> page = search.events(query, 7, next);
      page.found().forEach(e -> paged.add(e.id()));
      next = page.next();
    } while (next.isPresent());
    assertThat(paged)
        .doesNotHaveDuplicates()
        .hasSize((int) search.countEvents(query))
        .isEqualTo(
            search.events(query, 1000, Optional.empty()).found().stream()
                .map(StoredEvent::id)
                .toList());

    List<Long> articles = new ArrayList<>();
    next = Optional.empty();
    do {
      Search.Page<Search.ArticleHit> page = search.articles(query(""), 6, next);
      page.found().forEach(hit -> articles.add(hit.article().id()));
      next = page.next();
    } while (next.isPresent());
    assertThat(articles).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void countsByValue() {
    assertThat(search.counts(query("party:JPN"), Search.Facet.RECIPIENT, 10))
        .contains(new Search.Count("JPN", 2));
  }
}
