package org.demarche.desk.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.demarche.desk.account.Account;
import org.springframework.stereotype.Component;

/** What readers write under articles. Thread-safe. */
@Component
public final class Comments {
  public static final int LONGEST = 10_000;

  /** Deeper answers stand beside the one they answer, so that lines do not get too short. */
  public static final int DEEPEST = 5;

  private final Database database;
  private final Clock clock;

  public Comments(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A comment in its thread; {@code depth} counts from 0. */
  public record Placed(Comment comment, int depth) {}

  /**
   * An article's comments, each followed by its answers.
   *
   * <p>Deleted ones without an answer are left out.
   */
  public List<Placed> of(long article) {
    List<Comment> all =
        database.read(
            h ->
                h.createQuery("SELECT * FROM comment WHERE article_id = ? ORDER BY id")
                    .bind(0, article)
                    .map((rs, c) -> comment(rs))
                    .list());
    Map<Long, List<Comment>> answers = new LinkedHashMap<>();
    for (Comment comment : all) {
      answers.computeIfAbsent(comment.parent().orElse(0L), p -> new ArrayList<>()).add(comment);
    }
    List<Placed> placed = new ArrayList<>();
    place(answers, 0, 0, placed);
    return placed;
  }

  private static void place(
      Map<Long, List<Comment>> answers, long parent, int depth, List<Placed> placed) {
    for (Comment comment : answers.getOrDefault(parent, List.of())) {
      int before = placed.size();
      placed.add(new Placed(comment, Math.min(depth, DEEPEST)));
      place(answers, comment.id(), depth + 1, placed);
      if (comment.deleted() && placed.size() == before + 1) {
        placed.remove(before);
      }
    }
  }

  public Optional<Comment> byId(long id) {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM comment WHERE id = ?")
                .bind(0, id)
                .map((rs, c) -> comment(rs))
                .findOne());
  }

  /**
   * Writes a comment.
   *
   * @param parent the comment it answers, of the same article
   * @return its number
   * @throws IllegalArgumentException when it is empty, too long, or answers nothing there
   */
  public long add(long article, Optional<Long> parent, Account account, String text) {
    String written = checked(text);
    if (parent.isPresent()
        && byId(parent.get()).filter(c -> c.article() == article && !c.deleted()).isEmpty()) {
      throw new IllegalArgumentException("no comment " + parent.get() + " to answer");
    }
    return database.write(
        h ->
            h.createQuery(
                    "INSERT INTO comment (article_id, parent_id, account_id, author, text, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id")
                .bind(0, article)
                .bind(1, parent.orElse(null))
                .bind(2, account.id())
                .bind(3, account.name())
                .bind(4, written)
                .bind(5, Moments.text(clock.instant()))
                .mapTo(Long.class)
                .one());
  }

  /** Writes it anew; what it said before is kept. */
  public void edit(Comment comment, String text) {
    String written = checked(text);
    String now = Moments.text(clock.instant());
    database.write(
        h -> {
          h.execute(
              "INSERT INTO comment_revision (comment_id, number, text, written) VALUES (?, (SELECT"
                  + " count(*) + 1 FROM comment_revision WHERE comment_id = ?), ?, ?)",
              comment.id(),
              comment.id(),
              comment.text(),
              now);
          return h.execute(
              "UPDATE comment SET text = ?, edited = ? WHERE id = ?", written, now, comment.id());
        });
  }

  /** Takes its words away; its place in the thread stays. A moderator's deed is noted. */
  public void delete(Comment comment, Account by) {
    String now = Moments.text(clock.instant());
    database.write(
        h -> {
          if (!comment.by(by.id())) {
            h.execute(
                "INSERT INTO audit (at, author, action, subject, detail)"
                    + " VALUES (?, ?, 'delete-comment', ?, ?)",
                now,
                by.name(),
                "comment " + comment.id(),
                comment.author() + ": " + comment.text());
          }
          h.execute("DELETE FROM comment_revision WHERE comment_id = ?", comment.id());
          return h.execute(
              "UPDATE comment SET text = '', deleted = ?, deleted_by = ? WHERE id = ?",
              now,
              by.name(),
              comment.id());
        });
  }

  private static String checked(String text) {
    String written = text.strip().replace("\r\n", "\n");
    if (written.isEmpty() || written.length() > LONGEST) {
      throw new IllegalArgumentException("a comment has 1 to " + LONGEST + " characters");
    }
    return written;
  }

  private static Comment comment(ResultSet rs) throws SQLException {
    long parent = rs.getLong("parent_id");
    boolean top = rs.wasNull();
    long account = rs.getLong("account_id");
    boolean gone = rs.wasNull();
    return new Comment(
        rs.getLong("id"),
        rs.getLong("article_id"),
        top ? Optional.empty() : Optional.of(parent),
        gone ? Optional.empty() : Optional.of(account),
        rs.getString("author"),
        rs.getString("text"),
        Instant.parse(rs.getString("created")),
        Optional.ofNullable(rs.getString("edited")).map(Instant::parse),
        Optional.ofNullable(rs.getString("deleted_by")));
  }
}
