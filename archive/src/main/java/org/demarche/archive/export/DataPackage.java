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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.code.Run;

/**
 * What stands in a file, as a Frictionless data package: columns with their meaning, what coded the
 * events, whose rights are in the articles. (https://specs.frictionlessdata.io/data-package)
 */
public final class DataPackage {
  /** More notes on rights than this are cut off, and that is said. */
  private static final int NOTES = 200;

  private final String format;
  private final String about;
  private final Optional<Table> table;
  private final Path file;
  private final Set<Run> runs = new LinkedHashSet<>();
  private final Set<String> rights = new LinkedHashSet<>();
  private boolean unsaid;

  /**
   * How a table is written.
   *
   * @param separator between cells; empty where the format says itself how it is written
   * @param header whether the first line names the columns
   */
  public record Table(List<Column> columns, Optional<Character> separator, boolean header) {
    public Table {
      columns = List.copyOf(columns);
      Objects.requireNonNull(separator);
    }
  }

  /**
   * @param format as the command line has it
   * @param about what stands in the file
   * @param table its columns, where it is a table
   * @param file beside which the description will stand
   */
  public DataPackage(String format, String about, Optional<Table> table, Path file) {
    this.format = format;
    this.about = about;
    this.table = table;
    this.file = file;
  }

  /** Something that was written: what coded it, and what is said of the rights in its article. */
  public void saw(Run run, List<String> notes) {
    if (runs.size() < NOTES) {
      runs.add(run);
    }
    unsaid |= notes.isEmpty();
    if (rights.size() <= NOTES) {
      rights.addAll(notes);
    }
  }

  /** {@code events.csv.datapackage.json}. */
  private Path path() {
    return file.resolveSibling(file.getFileName() + ".datapackage.json");
  }

  /**
   * Writes the description.
   *
   * @throws IOException if it cannot be written
   */
  public void write(long rows) throws IOException {
    DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
    pretty.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    try (JsonGenerator json =
        new JsonFactory().createGenerator(Files.newOutputStream(path()), JsonEncoding.UTF8)) {
      json.setPrettyPrinter(pretty);
      json.writeStartObject();
      json.writeStringField("profile", table.isPresent() ? "tabular-data-package" : "data-package");
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      json.writeStringField("name", name.replaceAll("[^a-z0-9._-]+", "-"));
      json.writeStringField("title", about);
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
    json.writeStringField("name", format);
    json.writeStringField("path", file.getFileName().toString());
    json.writeStringField("format", format);
    json.writeNumberField("rows", rows);
    if (table.isPresent()) {
      table(json, table.get());
    }
    json.writeEndObject();
  }

  private static void table(JsonGenerator json, Table table) throws IOException {
    if (table.separator().isPresent()) {
      json.writeStringField("encoding", "utf-8");
      json.writeObjectFieldStart("dialect");
      json.writeStringField("delimiter", String.valueOf(table.separator().get()));
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
