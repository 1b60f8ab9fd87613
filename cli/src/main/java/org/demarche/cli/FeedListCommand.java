package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.intake.FollowedFeed;
import org.demarche.archive.store.Archive;
import org.demarche.press.feed.FeedList;
import org.demarche.press.feed.OpmlFile;
import org.demarche.press.feed.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche feed list}. */
@Command(
    name = "list",
    description = "Lists the feeds that are followed.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class FeedListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

  private final Session session;

  @Option(names = "--opml", description = "Write OPML, as other readers import it.")
  private boolean opml;

  @Mixin private FeedOptions options;

  FeedListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    PrintStream out = session.text();
    if (opml) {
      out.write(OpmlFile.write(options.with(FeedList::all)));
      out.flush();
      return 0;
    }
    boolean none;
    if (options.file().isPresent()) {
      List<Subscription> feeds = options.with(FeedList::all);
      feeds.forEach(feed -> print(out, feed, ""));
      none = feeds.isEmpty();
    } else {
      try (Archive archive = options.archive()) {
        List<FollowedFeed> feeds = new Feeds(archive.database(), Clock.systemUTC()).list();
        feeds.forEach(feed -> print(out, feed.subscription(), ofArchive(feed)));
        none = feeds.isEmpty();
      }
    }
    out.flush();
    if (none) {
      session.err().println("no feeds yet; 'demarche feed add ADDRESS' follows one");
    }
    return 0;
  }

  private static void print(PrintStream out, Subscription feed, String more) {
    out.println(feed.address() + (feed.title().isEmpty() ? "" : "  " + feed.title()));
    out.println(
        "  "
            + feed.pulled().map(time -> "read " + TIME.format(time)).orElse("not read yet")
            + (feed.seen().isEmpty() ? "" : ", " + feed.seen().size() + " entries seen")
            + more
            + feed.problem().map(why -> "; last time: " + why).orElse("")
            + feed.notBefore().map(time -> "; not before " + TIME.format(time)).orElse(""));
  }

  private static String ofArchive(FollowedFeed feed) {
    return ", "
        + feed.articles()
        + (feed.articles() == 1 ? " article" : " articles")
        + (feed.enabled() ? "; the desk reads it every " + feed.minutes() + " minutes" : "; paused")
        + (feed.rights().isEmpty() ? "" : "; rights: " + feed.rights());
  }
}
