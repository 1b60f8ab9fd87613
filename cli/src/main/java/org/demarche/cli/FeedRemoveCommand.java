package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.press.feed.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code demarche feed remove ADDRESS…}. */
@Command(
    name = "remove",
    description = "Follows feeds no longer.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class FeedRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "As 'feed list' shows them.")
  private List<String> addresses;

  @Mixin private FeedOptions options;

  FeedRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Subscription> feeds = new ArrayList<>(options.load());
    boolean all = true;
    for (String address : addresses) {
      boolean removed = feeds.removeIf(feed -> feed.address().toString().equals(address.strip()));
      if (!removed) {
        session.err().println("demarche: no such feed: " + address);
      }
      all &= removed;
    }
    options.save(feeds);
    return all ? 0 : 1;
  }
}
