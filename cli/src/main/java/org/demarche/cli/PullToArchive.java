package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.demarche.archive.intake.Failures;
import org.demarche.archive.intake.FeedIntake;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.intake.FollowedFeed;
import org.demarche.archive.intake.Intake;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.cli.output.AddedWriter;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;

/** Reads the feeds of an archive into it. */
final class PullToArchive {
  private final Session session;
  private final Engine engine;
  private final EngineOptions books;
  private final FeedPuller puller;

  PullToArchive(Session session, Engine engine, EngineOptions books, FeedPuller puller) {
    this.session = session;
    this.engine = engine;
    this.books = books;
    this.puller = puller;
  }

  /** Reads the feeds asked for, whether it is their time or not. */
  int pull(FeedPullCommand command, FeedOptions options, ListOptions list) throws IOException {
    books.check();
    AddSummary summary = new AddSummary(session.err());
    try (Archive archive = options.archive();
        AddedWriter writer =
            new AddedWriter(session.out(), list.table(session), list.paint(session))) {
      Feeds feeds = new Feeds(archive.database(), Clock.systemUTC());
      List<FollowedFeed> chosen =
          command.chosen(feeds.list(), feed -> feed.subscription().address()).stream()
              .filter(feed -> feed.enabled() || command.namesSome())
              .toList();
      if (chosen.isEmpty()) {
        session.err().println("no feeds yet; 'demarche feed add ADDRESS' follows one");
        return 0;
      }
      FeedIntake intake =
          new FeedIntake(
              archive,
              feeds,
              new Failures(archive.database(), Clock.systemUTC()),
              puller,
              once(() -> new Intake(archive, engine.coder(books))),
              new LanguageTagger(LanguageIdentifier.create()),
              Runtime.getRuntime().availableProcessors());
      Telling telling = new Telling(writer, summary);
      FeedPullCommand.each(
          chosen,
          feed -> {
            if (!intake.pull(feed, telling)) {
              telling.skipped(
                  feed.subscription().address().toString(), "it is being read by another process");
            }
          });
      summary.close(archive.database().name());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return summary.allRead() ? 0 : 1;
  }

  /** What is made with the first call only. */
  private static <T> Supplier<T> once(Supplier<T> maker) {
    return new Supplier<>() {
      private T made;

      @Override
      public synchronized T get() {
        if (made == null) {
          made = maker.get();
        }
        return made;
      }
    };
  }

  /** Says what becomes of each article; feeds are read by several threads. */
  private static final class Telling implements FeedIntake.Listener {
    private final AddedWriter writer;
    private final AddSummary summary;

    Telling(AddedWriter writer, AddSummary summary) {
      this.writer = writer;
      this.summary = summary;
    }

    @Override
    public synchronized void added(Added added, Entry entry) {
      summary.added(added, entry);
      try {
        writer.write(added, entry.page().article().id(), entry.coding());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public synchronized void skipped(String where, String why) {
      summary.skipped(where, why);
    }

    @Override
    public synchronized void failed(String where, String kind, String why) {
      summary.failed(where, kind, why);
    }
  }
}
