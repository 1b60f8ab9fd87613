package org.demarche.desk.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demarche.archive.export.ArchiveExport;
import org.demarche.archive.export.Exporter;
import org.demarche.archive.export.Exports;
import org.demarche.archive.export.Format;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.desk.account.Permission;
import org.demarche.desk.web.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All events of a query, whatever their number, in any format that the archive exports. */
@RestController
final class ExportApi {
  /** Each keeps a connection to the database for as long as it takes. */
  private static final int AT_A_TIME = 3;

  private final Archive archive;
  private final Search search;
  private final Asked asked;
  private final Exports exports = new Exports();
  private final Semaphore places = new Semaphore(AT_A_TIME);

  ExportApi(Archive archive, Search search, Asked asked) {
    this.archive = archive;
    this.search = search;
    this.asked = asked;
  }

  @GetMapping("/api/export")
  @Requires(Permission.READ)
  @Describe(
      "All events that count and that a query finds, streamed. What the formats hold, and what does"
          + " not fit into them, is described in docs/formats.md; brat comes as a ZIP file.")
  void export(
      @RequestParam(defaultValue = "jsonl")
          @Describe(
              value = "The format",
              oneOf = {
                "jsonl",
                "csv",
                "parquet",
                "gdelt",
                "gdelt-mentions",
                "icews",
                "polecat",
                "phoenix",
                "graphml",
                "edges",
                "brat"
              })
          String format,
      @RequestParam(defaultValue = "") @Describe("Query language of the search page") String q,
      HttpServletResponse response)
      throws IOException {
    Format wanted =
        Arrays.stream(Format.values())
            .filter(f -> f.label().equals(format))
            .findFirst()
            .orElseThrow(() -> Asked.mistyped("format", "one of " + List.of(Format.values())));
    Filter filter = search.events(asked.query(q, Map.of()));
    if (!places.tryAcquire()) {
      throw ProblemException.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Too many exports at a time",
          "Others are being sent. Try again in a while.");
    }
    try {
      response.setContentType(type(wanted));
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"events" + ending(wanted) + "\"");
      if (wanted.needsPath()) {
        throughFile(wanted, filter, response.getOutputStream());
      } else {
        try (Exporter exporter = exports.toStream(wanted, response.getOutputStream())) {
          new ArchiveExport(archive).write(filter, exporter);
        }
      }
    } finally {
      places.release();
    }
  }

  /** What cannot be streamed is written to the disk first, and from there sent as it stands. */
  private void throughFile(Format format, Filter filter, OutputStream out) throws IOException {
    Path folder = Files.createTempDirectory("demarche-export");
    try {
      Path file = folder.resolve("events" + (format == Format.BRAT ? "" : ending(format)));
      try (Exporter exporter = exports.toFile(format, file)) {
        new ArchiveExport(archive).write(filter, exporter);
      }
      if (format == Format.BRAT) {
        zip(file, out);
      } else {
        Files.copy(file, out);
      }
    } finally {
      delete(folder);
    }
  }

  private static void zip(Path folder, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String type(Format format) {
    return switch (format) {
      case JSONL -> "application/jsonl;charset=UTF-8";
      case CSV, EDGES -> "text/csv;charset=UTF-8";
      case PARQUET -> "application/vnd.apache.parquet";
      case GRAPHML -> "application/xml;charset=UTF-8";
      case BRAT -> "application/zip";
      case GDELT, GDELT_MENTIONS, ICEWS, POLECAT, PHOENIX ->
          "text/tab-separated-values;charset=UTF-8";
    };
  }

  private static String ending(Format format) {
    return switch (format) {
      case JSONL -> ".jsonl";
      case CSV, EDGES -> ".csv";
      case PARQUET -> ".parquet";
      case GRAPHML -> ".graphml";
      case BRAT -> ".zip";
      case GDELT, GDELT_MENTIONS, ICEWS, POLECAT, PHOENIX -> ".tsv";
    };
  }
}
