package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.demarche.cli.output.PressArticleJson;
import org.demarche.cli.output.PressSummary;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.feed.Subscription;
import org.demarche.press.feed.SubscriptionFile;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/** Reads the feeds of a file, and writes their articles one a line. */
final class PullToLines {
  private final Session session;
  private final FeedPuller puller;
  private final SubscriptionFile list;
  private final Path output;
  private final PressSummary summary;
  private final LanguageTagger tagger = new LanguageTagger(LanguageIdentifier.create());

  /**
   * @param output null for standard output
   */
  PullToLines(Session session, FeedPuller puller, SubscriptionFile list, Path output) {
    this.session = session;
    this.puller = puller;
    this.list = list;
    this.output = output;
    this.summary = new PressSummary(session.err());
  }

  /**
   * Each feed's state is kept as soon as its articles are written: a kill repeats one feed at most.
   */
  int pull(FeedPullCommand command) throws IOException {
    try (OutputStream out = open()) {
      FeedPullCommand.each(
          command.chosen(list.all(), Subscription::address),
          feed -> {
            Subscription read = puller.pull(feed, pulled -> accept(pulled, out));
            synchronized (this) {
              out.flush();
              list.replace(feed, read);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    summary.close();
    return summary.allRead() ? 0 : 1;
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

  private synchronized void accept(Item<PressArticle> pulled, OutputStream out) {
    pulled.<Void>fold(
        found -> {
          PressArticle article = tagger.tag(found);
          try {
            out.write((PressArticleJson.line(article) + "\n").getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          summary.found(article);
          return null;
        },
        nothing -> {
          summary.skipped(nothing.where(), nothing.why());
          return null;
        },
        failed -> {
          summary.failed(failed.where(), failed.kind(), failed.why());
          return null;
        });
  }
}
