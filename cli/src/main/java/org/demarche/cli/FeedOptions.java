package org.demarche.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.demarche.press.feed.FeedException;
import org.demarche.press.feed.Subscription;
import org.demarche.press.feed.SubscriptionFile;
import org.demarche.press.fetch.FetchLimits;
import picocli.CommandLine.Option;

/** Options of all commands on feeds. */
final class FeedOptions {
  @Option(
      names = "--feeds",
      paramLabel = "FILE",
      defaultValue = "feeds.json",
      description = "Where the feeds are kept (default: ${DEFAULT-VALUE}).")
  private Path file;

  void save(List<Subscription> feeds) {
    try {
      new SubscriptionFile(file).save(feeds);
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + e);
    }
  }

  List<Subscription> load() {
    try {
      return new SubscriptionFile(file).load();
    } catch (FeedException e) {
      throw new UsageException(e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + e);
    }
  }

  static FetchLimits limits(boolean allowPrivate) {
    return FetchLimits.USUAL.privateAddresses(allowPrivate);
  }

  static URI address(String text) {
    try {
      URI address = URI.create(text.strip());
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new UsageException("not an http or https address: " + text);
  }
}
