package org.demarche.archive.export;

import java.io.IOException;

/** An exporter that leaves a description beside its file. */
final class DescribedExporter implements Exporter {
  private final Exporter exporter;
  private final DataPackage sidecar;

  DescribedExporter(Exporter exporter, DataPackage sidecar) {
    this.exporter = exporter;
    this.sidecar = sidecar;
  }

  @Override
  public void write(Report report) throws IOException {
    exporter.write(report);
    sidecar.saw(report.run(), report.piece().rights());
  }

  @Override
  public long written() {
    return exporter.written();
  }

  @Override
  public void close() throws IOException {
    exporter.close();
    sidecar.write(exporter.written());
  }
}
