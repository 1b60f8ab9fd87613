package org.demarche.desk.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader wrote under an article.
 *
 * @param parent the comment it answers
 * @param account empty where the account is gone
 * @param text empty where it was deleted
 * @param deletedBy who deleted it
 */
public record Comment(
    long id,
    long article,
    Optional<Long> parent,
    Optional<Long> account,
    String author,
    String text,
    Instant created,
    Optional<Instant> edited,
    Optional<String> deletedBy) {
  public Comment {
    Objects.requireNonNull(parent);
    Objects.requireNonNull(account);
    Objects.requireNonNull(author);
    Objects.requireNonNull(text);
    Objects.requireNonNull(created);
    Objects.requireNonNull(edited);
    Objects.requireNonNull(deletedBy);
  }

  public boolean deleted() {
    return deletedBy.isPresent();
  }

  /** Whether an account wrote it. */
  public boolean by(long id) {
    return account.filter(a -> a == id).isPresent();
  }
}
