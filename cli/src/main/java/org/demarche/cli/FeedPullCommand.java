package org.demarche.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.feed.SubscriptionFile;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.html.HtmlPageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche feed pull}: the new articles of all feeds. */
@Command(
    name = "pull",
    description = "Reads what is new in the feeds into the archive, with the events it reports.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "With --feeds there is no archive: articles are written one a line, as 'demarche code' reads",
      "them.",
      "",
      "Examples:",
      "  demarche feed pull",
      "  demarche feed pull --feeds feeds.json | demarche code -"
    })
final class FeedPullCommand implements Callable<Integer> {
  /** Hosts get one request at a time whatever the number. */
  private static final int AT_A_TIME = 8;

  private final Session session;
  private final Engine engine;

  @Parameters(arity = "0..*", paramLabel = "ADDRESS", description = "Of these feeds only.")
  private List<String> only = List.of();

  @Mixin private FeedOptions options;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "With --feeds: add the articles to this file.")
  private Path output;

  @Option(names = "--allow-private", description = "Fetch from private addresses too.")
  private boolean allowPrivate;

  @Mixin private ListOptions list;

  @Mixin private EngineOptions books;

  FeedPullCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    Optional<SubscriptionFile> file = options.file();
    if (file.isEmpty() && output != null) {
      throw new UsageException("--output needs --feeds; without it articles go into the archive");
    }
    try (Fetcher fetcher = new Fetcher(FeedOptions.limits(allowPrivate))) {
      FeedPuller puller = new FeedPuller(fetcher, HtmlPageReader.create(), Clock.systemUTC());
      if (file.isPresent()) {
        return options.inFile(
            file.get(), list -> new PullToLines(session, puller, list, output).pull(this));
      }
      return new PullToArchive(session, engine, books, puller).pull(this, options, list);
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
  }

  /**
   * The feeds asked for; all where none is named.
   *
   * @throws UsageException where one is not followed
   */
  <T> List<T> chosen(List<T> feeds, java.util.function.Function<T, URI> address) {
    for (String name : only) {
      if (feeds.stream().noneMatch(feed -> address.apply(feed).toString().equals(name))) {
        throw new UsageException("no such feed: " + name + "; 'feed list' shows them");
      }
    }
    return feeds.stream()
        .filter(feed -> only.isEmpty() || only.contains(address.apply(feed).toString()))
        .toList();
  }

  boolean namesSome() {
    return !only.isEmpty();
  }

  /** Reads one feed. */
  interface Work<T> {
    void on(T feed) throws IOException;
  }

  /** Does something with each of the feeds, some at a time. */
  static <T> void each(List<T> feeds, Work<T> work) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<?>> pending = new ArrayList<>();
      for (T feed : feeds) {
        pending.add(
            threads.submit(
                () -> {
                  work.on(feed);
                  return null;
                }));
      }
      for (Future<?> one : pending) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
