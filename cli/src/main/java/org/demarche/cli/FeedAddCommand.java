package org.demarche.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.press.feed.FeedDocument;
import org.demarche.press.feed.FeedException;
import org.demarche.press.feed.FeedParser;
import org.demarche.press.feed.OpmlFile;
import org.demarche.press.feed.Subscription;
import org.demarche.press.fetch.Fetched;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.fetch.Validators;
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
    List<Subscription> feeds = new ArrayList<>(options.load());
    boolean failed = false;
    try (Fetcher fetcher = new Fetcher(FeedOptions.limits(allowPrivate))) {
      for (String source : sources) {
        try {
          for (Subscription feed : found(source, fetcher)) {
            add(feeds, feed);
          }
        } catch (FeedException e) {
          session.err().println("demarche: " + e.getMessage());
          failed = true;
        }
      }
    }
    options.save(feeds);
    return failed ? 1 : 0;
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
    return List.of(looked(FeedOptions.address(source), fetcher, true));
  }

  /** Looks at an address; where it is a page, at the feed that it names. */
  private static Subscription looked(URI address, Fetcher fetcher, boolean maybePage)
      throws FeedException {
    Fetched fetched = fetcher.fetch(address, Validators.NONE);
    if (fetched instanceof Fetched.Failed failed) {
      boolean barred = failed.kind() == Fetched.Kind.PRIVATE_ADDRESS;
      throw new FeedException(failed.why() + (barred ? "; --allow-private fetches it" : ""));
    }
    Fetched.Page page = (Fetched.Page) fetched;
    try {
      FeedDocument feed = FeedParser.parse(page);
      return Subscription.of(page.moved() ? page.address() : address, feed.title());
    } catch (FeedException e) {
      Optional<URI> named = maybePage ? FeedParser.discover(page) : Optional.empty();
      if (named.isEmpty()) {
        throw e;
      }
      return looked(named.get(), fetcher, false);
    }
  }

  private void add(List<Subscription> feeds, Subscription feed) {
    boolean known = feeds.stream().anyMatch(f -> f.address().equals(feed.address()));
    String title = feed.title().isEmpty() ? "" : " (" + feed.title() + ")";
    session.err().println((known ? "already followed: " : "followed: ") + feed.address() + title);
    if (!known) {
      feeds.add(feed);
    }
  }
}
