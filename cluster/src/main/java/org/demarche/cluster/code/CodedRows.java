package org.demarche.cluster.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.demarche.archive.export.Piece;
import org.demarche.archive.export.Report;
import org.demarche.cluster.input.RecordOf;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.text.Article;
import org.demarche.press.page.PressArticle;

/** Records in, staged rows out, one record at a time; the counts come last. Used by one task. */
final class CodedRows implements Iterator<Row> {
  private final Station station;
  private final Iterator<RecordOf> records;
  private final Deque<Row> rows = new ArrayDeque<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private boolean ended;

  CodedRows(Station station, Iterator<RecordOf> records) {
    this.station = station;
    this.records = records;
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && !ended) {
      if (records.hasNext()) {
        record(records.next());
      } else {
        ended = true;
        counts.forEach((what, n) -> rows.add(Staged.count(station.layout(), what, n)));
      }
    }
    return !rows.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove();
  }

  private void record(RecordOf record) {
    record
        .input()
        .<Runnable>fold(
            page -> () -> article(record, page),
            skipped -> () -> count(Counts.LEFT_OUT + skipped.why(), 1),
            unreadable ->
                () -> fail(record, 0, unreadable.where(), Counts.READING, unreadable.why()))
        .run();
  }

  private void article(RecordOf record, PressArticle page) {
    Article article = page.article();
    if (!station.coder().codes(article.language())) {
      count(Counts.LEFT_OUT + "not coded, since not in English (" + article.language() + ")", 1);
      return;
    }
    Coding coding;
    try {
      coding = station.coder().code(article);
    } catch (RuntimeException | StackOverflowError e) {
      fail(record, 0, article.id(), Counts.CODING, e.toString());
      return;
    }
    count(Counts.ARTICLES, 1);
    count(Counts.SENTENCES, coding.sentences().size());
    int place = 0;
    Piece piece = Piece.of(page);
    for (Event event : coding.events()) {
      Report report = new Report(0, event, piece, coding.run());
      rows.add(Staged.event(record, place++, station.layout(), station.layout().cells(report)));
    }
    int sentence = 0;
    for (Outcome outcome : coding.outcomes()) {
      if (outcome instanceof Outcome.Failed failed) {
        fail(
            record,
            place++,
            article.id(),
            failed.stage(),
            "sentence " + sentence + ": " + failed.why());
      }
      sentence++;
    }
  }

  private void fail(RecordOf record, int place, String article, String stage, String why) {
    rows.add(Staged.failure(record, place, station.layout(), article, stage, why));
  }

  private void count(String what, long n) {
    counts.merge(what, n, Long::sum);
  }
}
