package org.demarche.archive.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;

/** Hands the events of an archive to an exporter, one by one. Used by one thread. */
public final class ArchiveExport {
  private final Archive archive;

  /** The article of the last event; the events of one article follow each other. */
  private Piece last;

  private ArticleHead lastHead;

  public ArchiveExport(Archive archive) {
    this.archive = archive;
  }

  /**
   * Exports the events of a filter; closing the exporter is left to the caller.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Filter filter, Exporter exporter) throws IOException {
    try {
      archive.eachEvent(filter, event -> write(event, exporter));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(StoredEvent stored, Exporter exporter) {
    try {
      exporter.write(new Report(stored.id(), stored.event(), piece(stored), stored.run()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Piece piece(StoredEvent stored) {
    ArticleHead head = stored.article();
    if (head.equals(lastHead)) {
      return last;
    }
    Optional<StoredArticle> article =
        archive.versions(head.id()).stream()
            .filter(v -> v.head().version() == head.version())
            .findFirst();
    Optional<Piece> read = article.map(StoredArticle::page).map(Piece::of);
    last =
        new Piece(
            String.valueOf(head.id()),
            head.title(),
            head.language(),
            head.published(),
            head.url().orElse(""),
            head.source(),
            read.map(Piece::rights).orElse(List.of()),
            read.map(Piece::text).orElse(""));
    lastHead = head;
    return last;
  }
}
