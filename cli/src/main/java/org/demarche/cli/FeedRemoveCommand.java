package org.demarche.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.press.feed.FeedList;
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
    return options.with(this::remove) ? 0 : 1;
  }

  private boolean remove(FeedList feeds) {
    boolean all = true;
    for (String address : addresses) {
      boolean removed = feeds.remove(FeedOptions.address(address));
      if (!removed) {
        session.err().println("demarche: no such feed: " + address);
      }
      all &= removed;
    }
    return all;
  }
}
