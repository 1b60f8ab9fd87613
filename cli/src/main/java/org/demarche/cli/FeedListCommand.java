package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
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
    List<Subscription> feeds = options.load();
    PrintStream out = session.text();
    if (opml) {
      out.write(OpmlFile.write(feeds));
      out.flush();
      return 0;
    }
    for (Subscription feed : feeds) {
      out.println(feed.address() + (feed.title().isEmpty() ? "" : "  " + feed.title()));
      out.println(
          "  "
              + feed.pulled().map(time -> "read " + TIME.format(time)).orElse("not read yet")
              + (feed.seen().isEmpty() ? "" : ", " + feed.seen().size() + " entries seen")
              + feed.problem().map(why -> "; last time: " + why).orElse("")
              + feed.notBefore().map(time -> "; not before " + TIME.format(time)).orElse(""));
    }
    out.flush();
    if (feeds.isEmpty()) {
      session.err().println("no feeds yet; 'demarche feed add ADDRESS' follows one");
    }
    return 0;
  }
}
