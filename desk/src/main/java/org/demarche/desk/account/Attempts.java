package org.demarche.desk.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.springframework.stereotype.Component;

/**
 * How often somebody has tried to get in. Too many failures for one name, or from one address,
 * within a quarter of an hour, and nothing is tried any more. Kept in the archive, so that a
 * restart forgives nothing. Thread-safe.
 */
@Component
public final class Attempts {
  public static final int PER_NAME = 8;
  public static final int PER_ADDRESS = 40;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Database database;
  private final Clock clock;

  public Attempts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public boolean tooMany(String name, String address) {
    return failures(subject(name)) >= PER_NAME || failures("@" + address) >= PER_ADDRESS;
  }

  private long failures(String subject) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT count(*) FROM login_attempt WHERE subject = ? AND at > ?"
                        + " AND succeeded = 0")
                .bind(0, subject)
                .bind(1, Moments.text(clock.instant().minus(WINDOW)))
                .mapTo(Long.class)
                .one());
  }

  public void failed(String name, String address) {
    Instant now = clock.instant();
    database.write(
        h -> {
          h.execute("DELETE FROM login_attempt WHERE at < ?", Moments.text(now.minus(WINDOW)));
          for (String subject : new String[] {subject(name), "@" + address}) {
            h.execute(
                "INSERT INTO login_attempt (at, subject, succeeded) VALUES (?, ?, 0)",
                Moments.text(now),
                subject);
          }
          return null;
        });
  }

  /** The right password clears what was typed wrong before. */
  public void succeeded(String name) {
    database.write(h -> h.execute("DELETE FROM login_attempt WHERE subject = ?", subject(name)));
  }

  private static String subject(String name) {
    String subject = name.strip().toLowerCase(Locale.ROOT);
    return subject.length() > 100 ? Secrets.hash(subject) : subject;
  }
}
