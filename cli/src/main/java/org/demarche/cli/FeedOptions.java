package org.demarche.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.store.Archive;
import org.demarche.press.feed.FeedException;
import org.demarche.press.feed.FeedList;
import org.demarche.press.feed.SubscriptionFile;
import org.demarche.press.fetch.FetchLimits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands on feeds. */
final class FeedOptions {
  @Mixin private ArchiveOptions archives;

  @Option(
      names = "--feeds",
      paramLabel = "FILE",
      description = "Keep the feeds in this file, and their articles in no archive.")
  private Path file;

  /** The file that holds the feeds; empty where the archive does. */
  Optional<SubscriptionFile> file() {
    if (file != null && archives.chosen()) {
      throw new UsageException("the feeds are kept by --archive or in --feeds, not by both");
    }
    return Optional.ofNullable(file).map(SubscriptionFile::new);
  }

  Archive archive() {
    return archives.open();
  }

  /** Does something with the list of feeds, wherever it is kept. */
  <T> T with(Function<FeedList, T> work) {
    Optional<SubscriptionFile> kept = file();
    if (kept.isPresent()) {
      return inFile(kept.get(), list -> work.apply(list));
    }
    try (Archive archive = archive()) {
      return work.apply(new Feeds(archive.database(), Clock.systemUTC()));
    }
  }

  /** Something done with the feeds in a file. */
  interface FileWork<T> {
    T on(SubscriptionFile list) throws IOException, FeedException;
  }

  /**
   * @throws UsageException naming the file, where it cannot be read or written
   */
  <T> T inFile(SubscriptionFile list, FileWork<T> work) {
    try {
      list.load();
      return work.on(list);
    } catch (FeedException e) {
      throw new UsageException(e.getMessage());
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UsageException("cannot use " + file + ": " + e.getMessage());
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
