package org.demarche.archive.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.coder.code.Coding;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Vote;
import org.demarche.coder.syntax.Sentence;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what an article was coded to. */
final class CodingTable {
  private final Dialect dialect;
  private final StoredJson json;
  private final EventTable events;
  private final StoryTable stories = new StoryTable();

  CodingTable(Dialect dialect, StoredJson json, EventTable events) {
    this.dialect = dialect;
    this.json = json;
    this.events = events;
  }

  /** The number of a run, which is written when it is new. */
  static long run(Handle handle, Run run, Instant now) {
    Optional<Long> known = runId(handle, run);
    return known.orElseGet(
        () ->
            handle
                .createQuery(
                    "INSERT INTO run (coder, codebook, parser, first_used) VALUES (?, ?, ?, ?)"
                        + " RETURNING id")
                .bind(0, run.coder())
                .bind(1, run.codebook())
                .bind(2, run.parser())
                .bind(3, Moments.text(now))
                .mapTo(Long.class)
                .one());
  }

  static Optional<Long> runId(Handle handle, Run run) {
    return handle
        .createQuery("SELECT id FROM run WHERE coder = ? AND codebook = ? AND parser = ?")
        .bind(0, run.coder())
        .bind(1, run.codebook())
        .bind(2, run.parser())
        .mapTo(Long.class)
        .findOne();
  }

  static boolean isCoded(Handle handle, long version, long run) {
    return handle
        .createQuery("SELECT 1 FROM coding WHERE version_id = ? AND run_id = ?")
        .bind(0, version)
        .bind(1, run)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** From now on nothing that a machine read in this article counts. */
  static void retire(Handle handle, long article) {
    for (String table : List.of("event", "vote")) {
      String machine = table.equals("event") ? " AND by_person = 0" : "";
      handle.execute(
          "UPDATE " + table + " SET current = 0 WHERE article_id = ? AND current = 1" + machine,
          article);
    }
  }

  /** Writes a coding that is not there yet; it replaces what counted before. */
  void put(
      Handle handle,
      ArticleTable.Version version,
      Entry entry,
      Coding coding,
      Map<String, Verdict> verdicts,
      Instant now) {
    long run = run(handle, coding.run(), now);
    retire(handle, version.article());
    handle.execute(
        "INSERT INTO coding (version_id, run_id, coded) VALUES (?, ?, ?)",
        version.id(),
        run,
        Moments.text(now));
    handle.execute(
        "UPDATE article SET changed = ? WHERE id = ?", Moments.text(now), version.article());
    String text = entry.page().article().text();
    List<Long> sentences = sentences(handle, version.id(), run, coding, text);
    MentionTable.put(handle, version.id(), entry);
    List<String> keys = EventKeys.of(version.key(), text, coding);
    String published = published(entry);
    for (int i = 0; i < keys.size(); i++) {
      Event event = coding.events().get(i);
      EventTable.Row row =
          new EventTable.Row(
              keys.get(i),
              version.article(),
              version.id(),
              run,
              sentences.get(event.sentence()),
              false,
              verdicts.getOrDefault(keys.get(i), Verdict.NONE),
              published,
              event,
              stories.words(text, coding.sentences().get(event.sentence()).span(), event),
              now);
      long id = events.insert(handle, row);
      if (row.current()) {
        stories.place(handle, id, row);
      }
    }
    votes(handle, version, run, coding, sentences);
  }

  private static String published(Entry entry) {
    return entry
        .page()
        .article()
        .published()
        .or(() -> entry.page().published().map(m -> m.day()))
        .map(Object::toString)
        .orElse("");
  }

  /** The numbers of the sentences; one that an earlier run cut in the same way keeps its own. */
  private List<Long> sentences(Handle handle, long version, long run, Coding coding, String text) {
    Set<Integer> voting = coding.votes().stream().map(Vote::sentence).collect(Collectors.toSet());
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < coding.sentences().size(); i++) {
      Sentence sentence = coding.sentences().get(i);
      Outcome outcome = coding.outcomes().get(i);
      StoredSentence.Kind kind =
          outcome.fold(
              c -> StoredSentence.Kind.CODED,
              n -> StoredSentence.Kind.NONE,
              f -> StoredSentence.Kind.FAILED);
      String reason = outcome.fold(c -> "", n -> n.reason(), f -> f.stage() + ": " + f.why());
      long id =
          handle
              .createQuery(
                  "INSERT INTO sentence"
                      + " (version_id, run_id, position, start_at, end_at, outcome, reason)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                      + " ON CONFLICT (version_id, start_at, end_at) DO UPDATE SET"
                      + " run_id = excluded.run_id, position = excluded.position,"
                      + " outcome = excluded.outcome, reason = excluded.reason RETURNING id")
              .bind(0, version)
              .bind(1, run)
              .bind(2, i)
              .bind(3, sentence.span().start())
              .bind(4, sentence.span().end())
              .bind(5, kind.label())
              .bind(6, reason)
              .mapTo(Long.class)
              .one();
      ids.add(id);
      if (kind == StoredSentence.Kind.CODED || voting.contains(i)) {
        index(handle, id, sentence.span().of(text));
      }
    }
    return ids;
  }

  private void index(Handle handle, long sentence, String text) {
    String sql =
        switch (dialect) {
          case SQLITE -> "INSERT OR REPLACE INTO sentence_text (rowid, text) VALUES (?, ?)";
          case POSTGRESQL ->
              "INSERT INTO sentence_text (id, vector) VALUES (?, to_tsvector('demarche', ?))"
                  + " ON CONFLICT (id) DO NOTHING";
        };
    handle.execute(sql, sentence, FullText.words(text));
  }

  private void votes(
      Handle handle, ArticleTable.Version version, long run, Coding coding, List<Long> sentences) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO vote (article_id, version_id, run_id, current, sentence, sentence_id,"
                + " voter, voter_name, voter_sectors, position, against, against_name,"
                + " against_sectors, first_day, last_day, vote)"
                + " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (Vote vote : coding.votes()) {
      Days days = Days.of(vote.date());
      batch.add(
          version.article(),
          version.id(),
          run,
          vote.sentence(),
          sentences.get(vote.sentence()),
          vote.voter().party().code(),
          EventTable.name(vote.voter()),
          EventTable.spaced(vote.voter().party().sectors()),
          vote.position().label(),
          vote.against().map(p -> p.party().code()).orElse(""),
          vote.against().map(EventTable::name).orElse(""),
          vote.against().map(p -> EventTable.spaced(p.party().sectors())).orElse(""),
          days.first(),
          days.last(),
          json.write(vote));
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
