package org.demarche.cli.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Added;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.code.Coding;

/** Says of each article what became of it, once that is on the disk. */
public final class AddedWriter implements AutoCloseable {
  private static final int CHANGE = 12;

  private final OutputStream out;
  private final boolean table;
  private final Paint paint;
  private final JsonGenerator json;

  /**
   * @param table lines to read; otherwise JSON lines
   */
  public AddedWriter(OutputStream out, boolean table, Paint paint) throws IOException {
    this.out = out;
    this.table = table;
    this.paint = paint;
    this.json =
        new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .createGenerator(out, JsonEncoding.UTF8)
            .setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  /**
   * Writes a line.
   *
   * @param id the article's id in the input
   * @param coding empty where it was not coded now
   */
  public void write(Added added, String id, Optional<Coding> coding) throws IOException {
    String change = added.change().name().toLowerCase(Locale.ROOT);
    if (table) {
      String words = change.replace("new_article", "new").replace('_', ' ');
      String events =
          coding
              .map(c -> c.events().size() + (c.events().size() == 1 ? " event" : " events"))
              .orElse("");
      Style style = added.change() == Added.Change.UNCHANGED ? Style.DIM : Style.OK;
      String line =
          paint.of(style, words)
              + " ".repeat(CHANGE - words.length())
              + id
              + (events.isEmpty() ? "" : paint.of(Style.DIM, "  " + events))
              + "\n";
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return;
    }
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeNumberField("article", added.article());
    json.writeNumberField("version", added.version());
    json.writeStringField("change", change);
    if (coding.isPresent()) {
      json.writeNumberField("events", coding.get().events().size());
    }
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
    out.flush();
  }
}
