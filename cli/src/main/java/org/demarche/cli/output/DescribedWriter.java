package org.demarche.cli.output;

import java.io.IOException;
import org.demarche.archive.export.DataPackage;
import org.demarche.archive.export.Piece;

/** A writer that leaves a description beside its file. */
public final class DescribedWriter implements EventWriter {
  private final EventWriter writer;
  private final DataPackage description;
  private long rows;

  public DescribedWriter(EventWriter writer, DataPackage description) {
    this.writer = writer;
    this.description = description;
  }

  @Override
  public void write(CodedArticle article) throws IOException {
    writer.write(article);
    int written = article.events().size() + article.votes().size();
    rows += written;
    if (written > 0) {
      description.saw(article.coding().run(), Piece.of(article.page()).rights());
    }
  }

  @Override
  public void finish() throws IOException {
    writer.finish();
    description.write(rows);
  }
}
