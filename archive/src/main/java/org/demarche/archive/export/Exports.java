package org.demarche.archive.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens exporters. */
public final class Exports {
  private static final int BUFFER = 1 << 16;

  private final Codes codes = new Codes();

  /** The layout of a format that is a table; empty for the others. */
  public Optional<Layout> layout(Format format) {
    return switch (format) {
      case CSV, PARQUET -> Optional.of(OwnLayouts.flat(format.label()));
      case GDELT -> Optional.of(new GdeltLayouts(codes).events());
      case GDELT_MENTIONS -> Optional.of(new GdeltLayouts(codes).mentions());
      case ICEWS -> Optional.of(new FieldLayouts(codes).icews());
      case POLECAT -> Optional.of(new FieldLayouts(codes).polecat());
      case PHOENIX -> Optional.of(new FieldLayouts(codes).phoenix());
      case EDGES -> Optional.of(OwnLayouts.edges());
      case JSONL, GRAPHML, BRAT -> Optional.empty();
    };
  }

  /**
   * An exporter to a file, or for {@link Format#BRAT} to a folder, with {@code
   * FILE.datapackage.json} beside it, which says what stands in it.
   *
   * @throws IOException if it cannot be written
   */
  public Exporter toFile(Format format, Path file) throws IOException {
    Optional<Layout> layout = layout(format);
    DataPackage sidecar =
        new DataPackage(
            format.label(),
            layout.map(Layout::about).orElse("Demarche's events as " + format.label()),
            layout.map(l -> table(format, l)),
            file);
    Exporter exporter =
        switch (format) {
          case PARQUET -> new ParquetExporter(OwnLayouts.flat(format.label()), file);
          case BRAT -> new BratExporter(file);
          default ->
              toStream(format, new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        };
    return new DescribedExporter(exporter, sidecar);
  }

  private static DataPackage.Table table(Format format, Layout layout) {
    return new DataPackage.Table(
        layout.columns(),
        format == Format.PARQUET ? Optional.empty() : Optional.of(layout.separator()),
        layout.header());
  }

  /**
   * An exporter to a stream, which it closes; nothing is written beside it.
   *
   * @throws IllegalArgumentException for a format that {@link Format#needsPath needs a path}
   */
  public Exporter toStream(Format format, OutputStream out) throws IOException {
    return switch (format) {
      case JSONL -> new JsonLinesExporter(out);
      case GRAPHML -> new GraphMlExporter(out);
      case PARQUET, BRAT -> throw new IllegalArgumentException(format + " needs a path");
      default -> new TableExporter(layout(format).orElseThrow(), out);
    };
  }
}
