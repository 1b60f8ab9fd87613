package org.demarche.desk.follow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.demarche.archive.search.Parsed;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the letters that are due. */
@Component
public final class DigestRun {
  private static final Logger LOG = LoggerFactory.getLogger(DigestRun.class);

  private final Digests digests;
  private final SavedSearches searches;
  private final NewsDesk news;
  private final DigestWriter writer;
  private final Mailer mailer;
  private final Accounts accounts;
  private final Clock clock;
  private final ReentrantLock running = new ReentrantLock();

  DigestRun(
      Digests digests,
      SavedSearches searches,
      NewsDesk news,
      DigestWriter writer,
      Mailer mailer,
      Accounts accounts,
      Clock clock) {
    this.digests = digests;
    this.searches = searches;
    this.news = news;
    this.writer = writer;
    this.mailer = mailer;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Sends what is due by the clock; one that fails does not keep the others. */
  public void sendDue() {
    if (!mailer.sends()) {
      return;
    }
    running.lock();
    try {
      digests.interrupted(clock.instant());
      for (SavedSearch saved : digests.due(clock.instant())) {
        try {
          send(saved);
        } catch (RuntimeException e) {
          LOG.error("the letter of saved search {} could not be made", saved.id(), e);
        }
      }
    } finally {
      running.unlock();
    }
  }

  private void send(SavedSearch saved) {
    Instant now = clock.instant();
    Account reader = accounts.byId(saved.account()).orElseThrow();
    Optional<Parsed.Understood> query = searches.understood(saved);
    News fresh =
        query
            .map(q -> news.since(saved, q.query(), now))
            .orElse(new News(java.util.List.of(), 0, java.util.List.of()));
    if (fresh.isEmpty()) {
      digests.pass(saved, now);
      return;
    }
    Optional<Digests.Begun> begun = digests.begin(saved, fresh, now);
    if (begun.isEmpty()) {
      return;
    }
    try {
      mailer.send(writer.write(saved, reader, fresh, begun.get().secret(), now));
    } catch (RuntimeException e) {
      // Also one that could not be written: whatever went wrong, it has not left.
      LOG.warn("the letter of saved search {} could not be sent", saved.id(), e);
      digests.failed(saved, begun.get(), why(e));
      return;
    }
    digests.sent(saved, begun.get());
  }

  /** What the mail server, or the way to it, said. */
  private static String why(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null && last.getCause() != last) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }
}
