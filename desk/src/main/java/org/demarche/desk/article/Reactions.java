package org.demarche.desk.article;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.demarche.desk.account.Account;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Who has looked at an article, and what they thought of it. Thread-safe. */
@Component
public final class Reactions implements DisposableBean {
  private final Database database;
  private final Clock clock;

  /** A reader does not wait for being counted. */
  private final ExecutorService counter =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "views");
            thread.setDaemon(true);
            return thread;
          });

  public Reactions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What readers did.
   *
   * @param own what the visitor voted: 1, -1, or 0
   */
  public record Counts(long views, long up, long down, int own) {
    public long balance() {
      return up - down;
    }
  }

  /** Counts one more view, soon. */
  public void viewed(long article) {
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    counter.execute(
        () ->
            database.write(
                h ->
                    h.execute(
                        "INSERT INTO article_view (article_id, day, views) VALUES (?, ?, 1)"
                            + " ON CONFLICT (article_id, day)"
                            + " DO UPDATE SET views = article_view.views + 1",
                        article,
                        day)));
  }

  /**
   * Votes; the same vote again takes it back.
   *
   * @param value 1 or -1
   */
  public void rate(long article, Account account, int value) {
    if (value != 1 && value != -1) {
      throw new IllegalArgumentException("a vote is 1 or -1, not " + value);
    }
    database.write(
        h -> {
          int before = own(h, article, account.id());
          h.execute(
              "DELETE FROM rating WHERE article_id = ? AND account_id = ?", article, account.id());
          return before == value
              ? 0
              : h.execute(
                  "INSERT INTO rating (article_id, account_id, value, rated) VALUES (?, ?, ?, ?)",
                  article,
                  account.id(),
                  value,
                  Moments.text(clock.instant()));
        });
  }

  private static int own(org.jdbi.v3.core.Handle handle, long article, long account) {
    return handle
        .createQuery("SELECT value FROM rating WHERE article_id = ? AND account_id = ?")
        .bind(0, article)
        .bind(1, account)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  public Counts counts(long article, Optional<Account> visitor) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT (SELECT COALESCE(sum(views), 0) FROM article_view WHERE article_id = ?)"
                        + " AS views,"
                        + " (SELECT count(*) FROM rating WHERE article_id = ? AND value = 1) AS up,"
                        + " (SELECT count(*) FROM rating WHERE article_id = ? AND value = -1)"
                        + " AS down")
                .bind(0, article)
                .bind(1, article)
                .bind(2, article)
                .map(
                    (rs, c) ->
                        new Counts(
                            rs.getLong("views"),
                            rs.getLong("up"),
                            rs.getLong("down"),
                            visitor.map(a -> own(h, article, a.id())).orElse(0)))
                .one());
  }

  /** Writes what has been counted. */
  @Override
  public void destroy() throws InterruptedException {
    counter.shutdown();
    counter.awaitTermination(5, TimeUnit.SECONDS);
  }
}
