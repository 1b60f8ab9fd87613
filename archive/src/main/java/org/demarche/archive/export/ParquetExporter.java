package org.demarche.archive.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.code.Run;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Parquet, written by DuckDB: rows go to a table on disk in a temporary folder, which is copied to
 * the file at the end. DuckDB is one jar that reads Parquet too; Parquet's own writer needs
 * Hadoop's hundred. No extension is loaded.
 */
final class ParquetExporter implements Exporter {
  private static final int MEGABYTES = 256;

  private final Layout layout;
  private final Path file;
  private final Path folder;
  private final DuckDBConnection database;
  private final DuckDBAppender appender;
  private Run run;
  private long written;

  ParquetExporter(Layout layout, Path file) throws IOException {
    this.layout = layout;
    this.file = file;
    this.folder = Files.createTempDirectory("demarche-parquet");
    try {
      Properties settings = new Properties();
      settings.setProperty("autoinstall_known_extensions", "false");
      settings.setProperty("autoload_known_extensions", "false");
      settings.setProperty("memory_limit", MEGABYTES + "MB");
      settings.setProperty("threads", "1");
      Connection connection =
          DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("events.duckdb"), settings);
      database = connection.unwrap(DuckDBConnection.class);
      try (Statement statement = database.createStatement()) {
        statement.execute(
            "CREATE TABLE events ("
                + layout.columns().stream()
                    .map(c -> c.name() + " " + type(c.type()))
                    .collect(Collectors.joining(", "))
                + ")");
      }
      appender = database.createAppender("main", "events");
    } catch (SQLException e) {
      delete();
      throw new IOException("cannot prepare " + file, e);
    }
  }

  private static String type(Column.Type type) {
    return switch (type) {
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case STRING -> "VARCHAR";
      case DATE -> "DATE";
    };
  }

  @Override
  public void write(Report report) throws IOException {
    if (!layout.takes().test(report)) {
      return;
    }
    run = report.run();
    List<Object> cells = layout.cells(report);
    try {
      appender.beginRow();
      for (int i = 0; i < cells.size(); i++) {
        cell(layout.columns().get(i).type(), cells.get(i));
      }
      appender.endRow();
    } catch (SQLException e) {
      throw new IOException("cannot write " + file, e);
    }
    written++;
  }

  private void cell(Column.Type type, Object cell) throws SQLException {
    if (cell.equals("")) {
      appender.appendNull();
      return;
    }
    switch (type) {
      case INTEGER -> appender.append(((Number) cell).longValue());
      case NUMBER ->
          appender.append(
              cell instanceof BigDecimal d ? d.doubleValue() : ((Number) cell).doubleValue());
      case STRING -> appender.append(cell.toString());
      case DATE -> appender.append((LocalDate) cell);
    }
  }

  @Override
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    try (database;
        Statement statement = database.createStatement()) {
      appender.close();
      statement.execute(
          "COPY events TO "
              + quoted(file.toString())
              + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {"
              + "demarche_layout: "
              + quoted(layout.about())
              + (run == null
                  ? ""
                  : ", demarche_coder: "
                      + quoted(run.coder())
                      + ", demarche_codebook: "
                      + quoted(run.codebook())
                      + ", demarche_parser: "
                      + quoted(run.parser()))
              + "})");
    } catch (SQLException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      delete();
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
