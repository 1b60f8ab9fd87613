package org.demarche.archive.intake;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.demarche.archive.intake.Failures.Failure;
import org.demarche.archive.intake.Failures.Stage;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.StoredArticle;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.feed.Subscription;
import org.demarche.press.language.LanguageTagger;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/**
 * Reads the feeds of an archive into it. Each article is on the disk before its feed is said to be
 * read, so that a kill repeats one feed at most, which changes nothing. What fails is noted among
 * the {@link Failures} and stops nothing else. Thread-safe.
 */
public final class FeedIntake {
  /** Characters beyond which a text is no article: coding it would hold up all others. */
  private static final int LONGEST = 1_000_000;

  private final Archive archive;
  private final Feeds feeds;
  private final Failures failures;
  private final FeedPuller puller;
  private final Supplier<Intake> intake;
  private final LanguageTagger languages;
  private final Semaphore coding;

  /**
   * @param intake asked for with the first article
   * @param coders how many articles are coded at a time, however many feeds are read
   */
  public FeedIntake(
      Archive archive,
      Feeds feeds,
      Failures failures,
      FeedPuller puller,
      Supplier<Intake> intake,
      LanguageTagger languages,
      int coders) {
    this.archive = archive;
    this.feeds = feeds;
    this.failures = failures;
    this.puller = puller;
    this.intake = intake;
    this.languages = languages;
    this.coding = new Semaphore(coders);
  }

  /** Hears what becomes of each article; called by the thread that reads the feed. */
  public interface Listener {
    /** This page is fetched now. */
    default void fetching(URI page) {}

    /** This article is coded now. */
    default void coding(PressArticle page) {}

    /** The article is on the disk. */
    void added(Added added, Entry entry);

    /** Nothing to be read, and no failure. */
    void skipped(String where, String why);

    /** Something failed, and has been noted. */
    void failed(String where, String kind, String why);
  }

  /**
   * Reads what is new in a feed. A thread that is interrupted stops before the next article, with
   * the interrupt kept.
   *
   * @return false where somebody else is reading it
   */
  public boolean pull(FollowedFeed feed, Listener listener) {
    if (!feeds.claim(feed.id())) {
      return false;
    }
    AtomicLong articles = new AtomicLong();
    Subscription read = feed.subscription();
    boolean whole = false;
    try {
      read =
          puller.pull(
              feed.subscription(),
              new FeedPuller.Observer() {
                private String page = "";

                @Override
                public void fetching(URI address) {
                  page = address.toString();
                  listener.fetching(address);
                }

                @Override
                public void pulled(Item<PressArticle> pulled) {
                  boolean article = take(Optional.of(feed), page, pulled, listener);
                  articles.addAndGet(article ? 1 : 0);
                }
              });
      whole = !Thread.currentThread().isInterrupted();
    } finally {
      Subscription last = read;
      boolean isWhole = whole;
      uninterrupted(
          () -> {
            if (isWhole) {
              feeds.read(feed, last, articles.get());
              if (last.problem().isEmpty()) {
                failures.succeeded(Stage.FEED, feed.subscription().address().toString());
              }
            } else {
              feeds.release(feed, last);
            }
          });
    }
    return true;
  }

  /** Tries once more what failed; a feed is read at the next chance. */
  public void retry(Failure failure, Listener listener) {
    Optional<FollowedFeed> feed =
        failure.feed().isPresent() ? feeds.feed(failure.feed().getAsLong()) : Optional.empty();
    switch (failure.stage()) {
      case FEED ->
          feed.ifPresentOrElse(f -> feeds.wake(f.id()), () -> failures.forget(failure.id()));
      case PAGE -> {
        Item<PressArticle> pulled = puller.page(URI.create(failure.subject()));
        if (!Thread.currentThread().isInterrupted()) {
          take(feed, failure.subject(), pulled, listener);
        }
      }
      case CODING ->
          archive
              .article(failure.subject())
              .map(StoredArticle::page)
              .ifPresentOrElse(
                  page -> add(feed, page, listener), () -> failures.forget(failure.id()));
    }
  }

  /**
   * Whether it was an article.
   *
   * @param page where it was asked for, which may have led elsewhere
   */
  private boolean take(
      Optional<FollowedFeed> feed, String page, Item<PressArticle> pulled, Listener listener) {
    return pulled.fold(
        found -> {
          add(feed, withRights(feed, languages.tag(found)), listener);
          failures.succeeded(Stage.PAGE, page);
          return true;
        },
        nothing -> {
          failures.succeeded(Stage.PAGE, page);
          listener.skipped(nothing.where(), nothing.why());
          return false;
        },
        failed -> {
          boolean whole =
              feed.filter(f -> f.subscription().address().toString().equals(failed.where()))
                  .isPresent();
          fail(feed, whole ? Stage.FEED : Stage.PAGE, failed.where(), failed.why());
          listener.failed(failed.where(), failed.kind(), failed.why());
          return false;
        });
  }

  private static PressArticle withRights(Optional<FollowedFeed> feed, PressArticle page) {
    String note = feed.map(FollowedFeed::rights).orElse("");
    return note.isBlank() || page.rights().isPresent() ? page : page.rights(note);
  }

  private void add(Optional<FollowedFeed> feed, PressArticle page, Listener listener) {
    Intake reader = intake.get();
    uninterrupted(
        () -> {
          Optional<Added> known = reader.known(page);
          if (known.isPresent()) {
            listener.added(known.get(), new Entry(page, Optional.empty()));
            return;
          }
          Entry entry = entry(reader, feed, page, listener);
          Added added = archive.add(entry);
          if (entry.coding().isPresent() || !reader.codes(page.article().language())) {
            failures.succeeded(Stage.CODING, Archive.key(page));
          }
          listener.added(added, entry);
        });
  }

  /** An article on which the coder breaks down is kept without its events. */
  private Entry entry(
      Intake reader, Optional<FollowedFeed> feed, PressArticle page, Listener listener) {
    int length = page.article().text().length();
    if (length > LONGEST) {
      return uncoded(feed, page, "not coded: a text of " + length + " characters", listener);
    }
    coding.acquireUninterruptibly();
    try {
      listener.coding(page);
      return reader.entry(page);
    } catch (RuntimeException | StackOverflowError e) {
      return uncoded(feed, page, e.toString(), listener);
    } finally {
      coding.release();
    }
  }

  private Entry uncoded(
      Optional<FollowedFeed> feed, PressArticle page, String why, Listener listener) {
    String key = Archive.key(page);
    fail(feed, Stage.CODING, key, why);
    listener.failed(key, "coding failed", why);
    return new Entry(page, Optional.empty());
  }

  private void fail(Optional<FollowedFeed> feed, Stage stage, String subject, String why) {
    failures.failed(
        stage, subject, why, feed.map(f -> OptionalLong.of(f.id())).orElse(OptionalLong.empty()));
  }

  /** The database's connections are not handed to an interrupted thread. */
  private static void uninterrupted(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
