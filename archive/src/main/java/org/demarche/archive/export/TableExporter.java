package org.demarche.archive.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A delimited text file: RFC 4180 where commas part the cells; where tabs do, as the field's
 * formats have it, without quotes, white space standing for tabs and line ends within cells.
 */
final class TableExporter implements Exporter {
  private final Layout layout;
  private final CSVPrinter printer;
  private final boolean plain;
  private long written;

  TableExporter(Layout layout, OutputStream out) throws IOException {
    this.layout = layout;
    this.plain = layout.separator() == '\t';
    CSVFormat format =
        plain
            ? CSVFormat.DEFAULT
                .builder()
                .setDelimiter('\t')
                .setQuote(null)
                .setRecordSeparator('\n')
                .get()
            : CSVFormat.RFC4180;
    printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
    if (layout.header()) {
      printer.printRecord(layout.columns().stream().map(Column::name).toList());
    }
  }

  @Override
  public void write(Report report) throws IOException {
    if (!layout.takes().test(report)) {
      return;
    }
    List<Object> cells = layout.cells(report);
    printer.printRecord(plain ? cells.stream().map(TableExporter::flat).toList() : cells);
    written++;
  }

  private static Object flat(Object cell) {
    return cell instanceof String s ? s.replaceAll("[\\t\\r\\n\\u0085\\u2028\\u2029]+", " ") : cell;
  }

  @Override
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
