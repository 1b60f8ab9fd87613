package org.demarche.desk.follow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.Moments;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.event.Participant;
import org.demarche.coder.text.CharSpan;
import org.demarche.desk.article.Rights;
import org.demarche.desk.start.DeskSettings;
import org.springframework.stereotype.Component;

/** Finds what is new in saved searches. Thread-safe. */
@Component
final class NewsDesk {
  /**
   * An article is dated when it begins to be written, and is seen when it is written: one that
   * comes in so slowly is still told.
   */
  static final Duration OVERLAP = Duration.ofHours(1);

  /** Events in a letter. */
  static final int LETTER = 100;

  private final Archive archive;
  private final Search search;
  private final URI address;

  NewsDesk(Archive archive, Search search, DeskSettings settings) {
    this.archive = archive;
    this.search = search;
    this.address = settings.address();
  }

  /** What has come in since the last letter and was not told yet. */
  News since(SavedSearch saved, Query query, Instant now) {
    Digest digest = saved.digest().orElseThrow();
    Instant from = later(digest.since(), digest.sentUntil().minus(OVERLAP));
    Filter news =
        search
            .events(query)
            .and(
                new Filter(
                    "e.added > ? AND e.added <= ? AND NOT EXISTS (SELECT 1 FROM letter_event l"
                        + " WHERE l.saved_search_id = ? AND l.event_key = e.key)",
                    List.of(Moments.text(from), Moments.text(now), saved.id())));
    record Row(long id, String key, String added) {}
    List<Row> rows =
        archive
            .database()
            .read(
                h ->
                    news.bind(
                            h.createQuery(
                                "SELECT e.id, e.key, e.added FROM event e WHERE "
                                    + news.sql()
                                    + " ORDER BY e.added DESC, e.id DESC"))
                        .map((rs, c) -> new Row(rs.getLong(1), rs.getString(2), rs.getString(3)))
                        .list());
    String late = Moments.text(now.minus(OVERLAP));
    return new News(
        stories(
            rows.stream()
                .limit(LETTER)
                .map(Row::id)
                .collect(Collectors.toCollection(ArrayList::new))),
        rows.size(),
        rows.stream()
            .filter(r -> r.added().compareTo(late) > 0)
            .map(r -> new News.Key(r.key(), r.added()))
            .toList());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<News.Story> stories(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = Stream.generate(() -> "?").limit(ids.size()).collect(Collectors.joining(","));
    List<StoredEvent> events =
        archive.newestEvents(
            new Filter("e.id IN (" + marks + ")", List.<Object>copyOf(ids)), ids.size());
    Map<Long, List<Told>> stories = new LinkedHashMap<>();
    for (Told told : told(events)) {
      stories.computeIfAbsent(told.stored().story(), s -> new ArrayList<>()).add(told);
    }
    List<News.Story> found = new ArrayList<>();
    for (List<Told> reports : stories.values()) {
      News.Story story =
          new News.Story(
              reports.stream().sorted(Comparator.comparing((Told t) -> t.stored().id())).toList(),
              false);
      int mirrored = mirrored(found, story.first());
      if (mirrored < 0) {
        found.add(story);
      } else {
        News.Story other = found.get(mirrored);
        boolean before = story.first().stored().id() < other.first().stored().id();
        found.set(mirrored, new News.Story((before ? story : other).reports(), true));
      }
    }
    return found;
  }

  /** Where the same words are told the other way round; -1 where they are not. */
  private static int mirrored(List<News.Story> stories, Told told) {
    for (int i = 0; i < stories.size(); i++) {
      Told other = stories.get(i).first();
      if (other.stored().article().id() == told.stored().article().id()
          && other.event().type().equals(told.event().type())
          && other.event().evidence().predicate().equals(told.event().evidence().predicate())
          && party(other.event().actor()).equals(party(told.event().recipient()))
          && party(other.event().recipient()).equals(party(told.event().actor()))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<CharSpan> party(Optional<Participant> participant) {
    return participant.map(Participant::span);
  }

  /** The events of a search that came in last, those first. */
  List<Told> latest(Query query, int limit) {
    return told(archive.lastAdded(search.events(query), limit));
  }

  private List<Told> told(List<StoredEvent> events) {
    Map<Long, List<String>> rights = new HashMap<>();
    return events.stream()
        .map(
            e ->
                told(
                    e,
                    rights.computeIfAbsent(
                        e.article().id(),
                        id -> archive.article(id).map(a -> Rights.of(a.page())).orElse(List.of()))))
        .toList();
  }

  private Told told(StoredEvent event, List<String> rights) {
    ArticleHead head = event.article();
    return new Told(
        event,
        head.title().isEmpty() ? head.key() : head.title(),
        head.source(),
        head.via(),
        rights,
        address.resolve(
            "/article/"
                + head.id()
                + "?event="
                + event.id()
                + "#c"
                + event.event().evidence().predicate().start()));
  }
}
