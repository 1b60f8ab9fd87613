package org.demarche.cli.output;

import java.io.IOException;
import org.demarche.archive.export.Exporter;
import org.demarche.archive.export.Piece;
import org.demarche.archive.export.Report;
import org.demarche.coder.event.Event;

/** Writes events in one of the field's formats, numbered from 1. Votes have no place in these. */
public final class ExportWriter implements EventWriter {
  private final Exporter exporter;
  private long number;

  public ExportWriter(Exporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public void write(CodedArticle article) throws IOException {
    Piece piece = Piece.of(article.page());
    for (Event event : article.events()) {
      number++;
      exporter.write(new Report(number, event, piece, article.coding().run()));
    }
  }

  @Override
  public void finish() throws IOException {
    exporter.close();
  }
}
