package org.demarche.cli;

import java.io.IOException;
import java.util.Optional;
import org.demarche.archive.intake.CrawlPlaces;
import org.demarche.archive.store.Archive;
import org.demarche.cli.OrderedWork.Result;
import org.demarche.cli.output.AddedWriter;
import org.demarche.cli.output.Progress;
import org.demarche.coder.code.Coder;
import org.demarche.press.crawl.Crawl;
import org.demarche.press.crawl.CrawledPage;
import org.demarche.press.crawl.Place;
import org.demarche.press.input.RecordReader;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.Item;

/** Reads a crawl into an archive; a run that was killed goes on where it was. */
final class CrawlToArchive {
  private final Session session;
  private final Crawl crawl;
  private final CrawlPlaces places;
  private final Archive archive;
  private final AddSummary summary;
  private final RecordReader records = new RecordReader(OutletBook.load(), Optional.empty());

  /** Behind what has been written last, and behind what is known to be on the disk. */
  private Place written = Place.START;

  private Place saved = Place.START;

  CrawlToArchive(Session session, Crawl crawl, Archive archive) {
    this.session = session;
    this.crawl = crawl;
    this.archive = archive;
    this.places = new CrawlPlaces(archive.database());
    this.summary = new AddSummary(session.err());
  }

  int run(Coder coder, int threads, ListOptions list) throws IOException {
    Optional<Place> before = places.place(crawl);
    before.ifPresent(
        place ->
            session
                .err()
                .println(
                    "going on in "
                        + crawl.files().get(place.file())
                        + ", after what a run before has read"));
    written = before.orElse(Place.START);
    saved = written;
    try (AddedWriter writer =
            new AddedWriter(session.out(), list.table(session), list.paint(session));
        Progress progress =
            new Progress(
                "adding",
                session.err(),
                session.errIsTerminal() && !list.table(session),
                crawl.size(),
                session.width())) {
      Adding adding = new Adding(archive, coder, writer, summary, this::onDisk);
      Runnable finished =
          () -> {
            adding.written();
            at(progress);
          };
      try (OrderedWork work = new OrderedWork(threads, finished)) {
        crawl.read(written, (item, next) -> work.accept(() -> result(adding, item, next)));
        work.drain();
        adding.flush();
      }
    }
    places.finished(crawl);
    summary.close(archive.database().name());
    return summary.allRead() ? 0 : 1;
  }

  private Result result(Adding adding, Item<CrawledPage> item, Place next) {
    Result result = adding.result(records.item(item));
    return () -> {
      result.write();
      written = next;
    };
  }

  private void onDisk() {
    if (!written.equals(saved) && written.file() < crawl.files().size()) {
      places.reached(crawl, written);
      saved = written;
    }
  }

  private void at(Progress progress) {
    try {
      progress.at(
          crawl.sizeBefore(written.file()) + written.offset(),
          summary.articles() + " articles, " + summary.events() + " events");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
