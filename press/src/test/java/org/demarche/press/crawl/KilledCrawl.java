package org.demarche.press.crawl;

import java.nio.file.Path;
import java.util.List;
import org.demarche.press.feed.Paragraphs;
import org.demarche.press.page.PressArticle;

/** A run in a process of its own: {@code KilledCrawl FOLDER OUTPUT MICROSECONDS-PER-PAGE}. */
final class KilledCrawl {
  private KilledCrawl() {}

  public static void main(String[] args) throws Exception {
    long pause = Long.parseLong(args[2]);
    new CrawlRun(
            Crawl.of(List.of(Path.of(args[0]))),
            new Paragraphs(),
            article -> article.article().id() + "\t" + article.article().text(),
            Path.of(args[1]),
            20)
        .run(
            new CrawlRun.Observer() {
              @Override
              public void found(PressArticle article) {
                java.util.concurrent.locks.LockSupport.parkNanos(pause * 1000);
              }

              @Override
              public void skipped(String where, String why) {}

              @Override
              public void failed(String where, String kind, String why) {
                System.out.println(kind + " " + where);
              }

              @Override
              public void at(Place place) {}
            });
  }
}
