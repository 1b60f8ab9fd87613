package org.demarche.press.crawl;

import java.util.Objects;
import java.util.function.Function;

/** What one record of a crawl is. */
public sealed interface CrawlItem {
  <T> T fold(Function<Page, T> page, Function<Skipped, T> skipped, Function<Failed, T> failed);

  /** A page that may hold an article. */
  record Page(CrawledPage page) implements CrawlItem {
    public Page {
      Objects.requireNonNull(page);
    }

    @Override
    public <T> T fold(
        Function<Page, T> page, Function<Skipped, T> skipped, Function<Failed, T> failed) {
      return page.apply(this);
    }
  }

  /** No page: a picture, a redirect, an error page. In words, the same for each of a kind. */
  record Skipped(String where, String why) implements CrawlItem {
    public Skipped {
      Objects.requireNonNull(where);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Page, T> page, Function<Skipped, T> skipped, Function<Failed, T> failed) {
      return skipped.apply(this);
    }
  }

  /**
   * A record, or the rest of a file, that cannot be read.
   *
   * @param where the address, or the file with the byte where it breaks
   * @param kind for counting
   */
  record Failed(String where, String kind, String why) implements CrawlItem {
    public Failed {
      Objects.requireNonNull(where);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Page, T> page, Function<Skipped, T> skipped, Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }
}
