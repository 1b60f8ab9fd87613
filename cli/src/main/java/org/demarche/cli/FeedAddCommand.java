package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.press.feed.FeedException;
import org.demarche.press.feed.FeedFinder;
import org.demarche.press.feed.FeedList;
import org.demarche.press.feed.OpmlFile;
import org.demarche.press.feed.Subscription;
import org.demarche.press.fetch.Fetcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche feed add ADDRESS|OPML…}. */
@Command(
    name = "add",
    description = "Follows feeds: by address, or all of an OPML file.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    footer = {
      "",
      "An address is looked at first; of a page that names its feed, the feed is followed.",
      "The feeds of an OPML file are taken as they are."
    })
final class FeedAddCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "ADDRESS|OPML", description = "Feeds, or OPML files.")
  private List<String> sources;

  @Option(names = "--allow-private", description = "Fetch from private addresses too.")
  private boolean allowPrivate;

  @Mixin private FeedOptions options;

  FeedAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.with(this::add) ? 0 : 1;
  }

  private boolean add(FeedList feeds) {
    boolean all = true;
    try (Fetcher fetcher = new Fetcher(FeedOptions.limits(allowPrivate))) {
      for (String source : sources) {
        try {
          for (Subscription feed : found(source, fetcher)) {
            add(feeds, feed);
          }
        } catch (FeedException e) {
          session.err().println("demarche: " + e.getMessage());
          all = false;
        }
      }
    }
    return all;
  }

  private static List<Subscription> found(String source, Fetcher fetcher) throws FeedException {
    if (!source.contains("://")) {
      try {
        Path file = Path.of(source);
        if (Files.isRegularFile(file)) {
          return OpmlFile.read(file);
        }
      } catch (IOException | InvalidPathException e) {
        throw new FeedException("cannot read " + source + ": " + e.getMessage());
      }
    }
    try {
      return List.of(FeedFinder.find(FeedOptions.address(source), fetcher));
    } catch (FeedFinder.PrivateAddressException e) {
      throw new FeedException(e.getMessage() + "; --allow-private fetches it");
    }
  }

  private void add(FeedList feeds, Subscription feed) {
    boolean known = !feeds.add(feed);
    String title = feed.title().isEmpty() ? "" : " (" + feed.title() + ")";
    session.err().println((known ? "already followed: " : "followed: ") + feed.address() + title);
  }
}
