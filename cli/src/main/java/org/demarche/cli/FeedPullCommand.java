package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.cli.output.PressArticleJson;
import org.demarche.cli.output.PressSummary;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.feed.Pulled;
import org.demarche.press.feed.Subscription;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche feed pull}: the new articles of all feeds. */
@Command(
    name = "pull",
    description =
        "Reads what is new in the feeds: one article a line, as 'demarche code' reads it.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {"", "Example:", "  demarche feed pull | demarche code -"})
final class FeedPullCommand implements Callable<Integer> {
  /** Hosts get one request at a time whatever the number. */
  private static final int AT_A_TIME = 8;

  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "ADDRESS", description = "Of these feeds only.")
  private List<String> only = List.of();

  @Option(names = "--output", paramLabel = "FILE", description = "Add the articles to this file.")
  private Path output;

  @Option(names = "--allow-private", description = "Fetch from private addresses too.")
  private boolean allowPrivate;

  @Mixin private FeedOptions options;

  FeedPullCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<Subscription> feeds = new ArrayList<>(options.load());
    for (String address : only) {
      if (feeds.stream().noneMatch(feed -> feed.address().toString().equals(address))) {
        throw new UsageException("no such feed: " + address + "; 'feed list' shows them");
      }
    }
    PressSummary summary = new PressSummary(session.err());
    try (OutputStream out = open();
        Fetcher fetcher = new Fetcher(FeedOptions.limits(allowPrivate))) {
      FeedPuller puller = new FeedPuller(fetcher, HtmlPageReader.create(), Clock.systemUTC());
      pullAll(puller, feeds, new Sink(out, summary));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    summary.close();
    return summary.allRead() ? 0 : 1;
  }

  /**
   * Each feed's state is kept as soon as its articles are written: a kill repeats one feed at most.
   */
  private void pullAll(FeedPuller puller, List<Subscription> feeds, Sink sink) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<?>> pending = new ArrayList<>();
      for (int i = 0; i < feeds.size(); i++) {
        int number = i;
        Subscription feed = feeds.get(i);
        if (only.isEmpty() || only.contains(feed.address().toString())) {
          pending.add(
              threads.submit(
                  () -> {
                    Subscription read = puller.pull(feed, sink::accept);
                    synchronized (sink) {
                      sink.flush();
                      feeds.set(number, read);
                      options.save(feeds);
                    }
                    return null;
                  }));
        }
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

  private OutputStream open() {
    if (output == null) {
      return new BufferedOutputStream(new Uncloseable(session.out()), 1 << 16);
    }
    try {
      return new BufferedOutputStream(
          Files.newOutputStream(output, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UsageException("cannot write " + output + ": " + e.getMessage());
    }
  }

  /** Writes articles and counts the rest; feeds hand over from several threads. */
  private static final class Sink {
    private final OutputStream out;
    private final PressSummary summary;
    private final LanguageTagger tagger = new LanguageTagger(LanguageIdentifier.create());

    Sink(OutputStream out, PressSummary summary) {
      this.out = out;
      this.summary = summary;
    }

    synchronized void accept(Pulled pulled) {
      pulled.fold(this::write, this::skip, this::fail);
    }

    synchronized void flush() throws IOException {
      out.flush();
    }

    private Void write(Pulled.Found found) {
      var article = tagger.tag(found.article());
      try {
        out.write((PressArticleJson.line(article) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      summary.found(article);
      return null;
    }

    private Void skip(Pulled.Nothing nothing) {
      summary.skipped(nothing.where(), nothing.why());
      return null;
    }

    private Void fail(Pulled.Failed failed) {
      summary.failed(failed.where(), failed.kind(), failed.why());
      return null;
    }
  }
}
