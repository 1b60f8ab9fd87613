package org.demarche.desk.feed;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.demarche.archive.intake.Failures;
import org.demarche.archive.intake.Failures.Failure;
import org.demarche.archive.intake.FeedIntake;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.intake.FollowedFeed;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.desk.start.DeskSettings;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;
import org.demarche.press.page.PressArticle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the feeds whose time it is, in the background, as long as the desk is open. What is under
 * way when it closes is stopped before the next article, and goes on with the next start.
 */
@Component
public final class FeedWork implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(FeedWork.class);

  private static final int AT_A_TIME = 4;
  private static final long LOOK_SECONDS = 5;
  private static final long PATIENCE_SECONDS = 20;

  private final Feeds feeds;
  private final Fetcher fetcher;
  private final FeedIntake intake;
  private final ExecutorService readers = Executors.newFixedThreadPool(AT_A_TIME, FeedWork::daemon);
  private final Thread watch = daemon(this::watch);
  private final Semaphore bell = new Semaphore(0);
  private final Map<String, Doing> doing = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  public FeedWork(
      DeskSettings settings,
      Archive archive,
      Feeds feeds,
      Failures failures,
      DeskIntake coders,
      Clock clock) {
    this.feeds = feeds;
    this.fetcher = new Fetcher(settings.fetch());
    this.intake =
        new FeedIntake(
            archive,
            feeds,
            failures,
            new FeedPuller(fetcher, HtmlPageReader.create(), clock),
            coders::get,
            new LanguageTagger(LanguageIdentifier.create()),
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "feeds");
    thread.setDaemon(true);
    return thread;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    watch.start();
  }

  /** What is being done now, by name. */
  public List<Doing> doing() {
    return List.copyOf(new TreeMap<>(doing).values());
  }

  /** Looks at once for feeds that are to be read. */
  public void ring() {
    bell.release();
  }

  /** Tries once more what failed, in the background. */
  public void retry(Failure failure) {
    run("failure " + failure.id(), failure.subject(), telling -> intake.retry(failure, telling));
    ring();
  }

  private void watch() {
    try {
      while (!stopped) {
        look();
        bell.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      for (FollowedFeed feed : feeds.due()) {
        run("feed " + feed.id(), feed.name(), telling -> intake.pull(feed, telling));
      }
    } catch (RuntimeException e) {
      LOG.error("the feeds cannot be looked at", e);
    }
  }

  private interface Work {
    void with(FeedIntake.Listener listener);
  }

  /** One piece of work has one key, and is not begun again while it is under way. */
  private void run(String key, String name, Work work) {
    if (stopped || doing.putIfAbsent(key, new Doing(name, Doing.Step.ASKING, "", 0, 0)) != null) {
      return;
    }
    readers.execute(
        () -> {
          try {
            work.with(new Telling(key));
          } catch (RuntimeException | Error e) {
            if (!stopped) {
              LOG.error("{} cannot be read", name, e);
            }
          } finally {
            doing.remove(key);
          }
        });
  }

  private final class Telling implements FeedIntake.Listener {
    private final String key;

    Telling(String key) {
      this.key = key;
    }

    @Override
    public void fetching(URI page) {
      doing.computeIfPresent(key, (k, d) -> d.step(Doing.Step.FETCHING, page.toString()));
    }

    @Override
    public void coding(PressArticle page) {
      doing.computeIfPresent(key, (k, d) -> d.step(Doing.Step.CODING, page.article().title()));
    }

    @Override
    public void added(Added added, Entry entry) {
      if (added.change() != Added.Change.UNCHANGED) {
        doing.computeIfPresent(key, (k, d) -> d.oneAdded());
      }
    }

    @Override
    public void skipped(String where, String why) {
      // The page is left out; there is nothing to be done about it.
    }

    @Override
    public void failed(String where, String kind, String why) {
      doing.computeIfPresent(key, (k, d) -> d.oneFailed());
    }
  }

  /** Stops before the next article, and waits for the one being coded. */
  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    watch.interrupt();
    readers.shutdownNow();
    if (!readers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("an article is still being coded; its feed is read again");
    }
    fetcher.close();
  }
}
