package org.demarche.archive.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.code.Run;

/**
 * What stands in a file, as a Frictionless data package: columns with their meaning, what coded the
 * events, whose rights are in the articles. (https://specs.frictionlessdata.io/data-package)
 */
final class DataPackage {
  /** More notes on rights than this are cut off, and that is said. */
  private static final int NOTES = 200;

  private final Format format;
  private final Optional<Layout> layout;
  private final Path file;
  private final Set<Run> runs = new LinkedHashSet<>();
  private final Set<String> rights = new LinkedHashSet<>();
  private boolean unsaid;

  DataPackage(Format format, Optional<Layout> layout, Path file) {
    this.format = format;
    this.layout = layout;
    this.file = file;
  }

  void saw(Report report) {
    if (runs.size() < NOTES) {
      runs.add(report.run());
    }
    unsaid |= report.piece().rights().isEmpty();
    if (rights.size() <= NOTES) {
      rights.addAll(report.piece().rights());
    }
  }

  /** {@code events.csv.datapackage.json}. */
  private Path path() {
    return file.resolveSibling(file.getFileName() + ".datapackage.json");
  }

  void write(long rows) throws IOException {
    DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
    pretty.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    try (JsonGenerator json =
        new JsonFactory().createGenerator(Files.newOutputStream(path()), JsonEncoding.UTF8)) {
      json.setPrettyPrinter(pretty);
      json.writeStartObject();
      json.writeStringField(
          "profile", layout.isPresent() ? "tabular-data-package" : "data-package");
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      json.writeStringField("name", name.replaceAll("[^a-z0-9._-]+", "-"));
      json.writeStringField(
          "title", layout.map(Layout::about).orElse("Demarche's events as " + format.label()));
      json.writeStringField(
          "description", "Political events that Demarche read in press text; docs/formats.md");
      runs(json);
      rights(json);
      json.writeArrayFieldStart("sources");
      json.writeStartObject();
      json.writeStringField("title", "Coordinates and names of places: GeoNames, CC BY 4.0");
      json.writeStringField("path", "https://www.geonames.org");
      json.writeEndObject();
      json.writeEndArray();
      json.writeArrayFieldStart("resources");
      resource(json, rows);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void runs(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("runs");
    for (Run run : runs) {
      json.writeStartObject();
      json.writeStringField("coder", run.coder());
      json.writeStringField("codebook", run.codebook());
      json.writeStringField("parser", run.parser());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void rights(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rights");
    for (String note : rights.stream().limit(NOTES).toList()) {
      json.writeString(note);
    }
    if (rights.size() > NOTES) {
      json.writeString("… and more than these");
    }
    if (unsaid || rights.isEmpty()) {
      json.writeString("Of some articles no rights are stated: ask their publishers.");
    }
    json.writeEndArray();
  }

  private void resource(JsonGenerator json, long rows) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", format.label());
    json.writeStringField("path", file.getFileName().toString());
    json.writeStringField("format", format.label());
    json.writeNumberField("rows", rows);
    if (layout.isPresent()) {
      table(json, layout.get());
    }
    json.writeEndObject();
  }

  private void table(JsonGenerator json, Layout table) throws IOException {
    if (format != Format.PARQUET) {
      json.writeStringField("encoding", "utf-8");
      json.writeObjectFieldStart("dialect");
      json.writeStringField("delimiter", String.valueOf(table.separator()));
      json.writeBooleanField("header", table.header());
      json.writeEndObject();
    }
    json.writeObjectFieldStart("schema");
    json.writeArrayFieldStart("fields");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type().label());
      json.writeStringField("description", column.about());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missingValues");
    json.writeString("");
    json.writeEndArray();
    json.writeEndObject();
  }
}
