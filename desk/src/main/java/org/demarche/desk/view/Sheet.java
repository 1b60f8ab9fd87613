package org.demarche.desk.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.demarche.archive.tally.Sum;

/**
 * The data behind a view: a table that programs read.
 *
 * @param columns names in lower case
 * @param rows a cell for each column; null where it is not known
 */
public record Sheet(List<String> columns, List<List<Object>> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Names of columns, followed by those of a sum. */
  public static List<String> columns(String... columns) {
    List<String> all = new ArrayList<>(Arrays.asList(columns));
    all.addAll(
        List.of(
            "events",
            "verbal_cooperation",
            "material_cooperation",
            "verbal_conflict",
            "material_conflict",
            "goldstein"));
    return all;
  }

  /** A row whose last cells are a sum. */
  public static List<Object> row(Sum sum, Object... cells) {
    List<Object> row = new ArrayList<>(Arrays.asList(cells));
    row.add(sum.events());
    row.add(sum.verbalCooperation());
    row.add(sum.materialCooperation());
    row.add(sum.verbalConflict());
    row.add(sum.materialConflict());
    row.add(sum.goldstein().isPresent() ? sum.goldstein().getAsDouble() : null);
    return Collections.unmodifiableList(row);
  }

  /** As CSV (RFC 4180) with the names in the first line. */
  public void csv(OutputStream out) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    printer.printRecord(columns);
    printer.printRecords(rows);
    printer.flush();
  }

  /** As an array of objects in JSON. */
  public void json(OutputStream out) throws IOException {
    JsonGenerator json =
        new JsonMapper()
            .getFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    write(json);
    json.writeRaw('\n');
    json.flush();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (List<Object> row : rows) {
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeObjectField(columns.get(i), row.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
