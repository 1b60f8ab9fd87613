package org.demarche.archive.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object an event. */
final class JsonLinesExporter implements Exporter {
  private final JsonGenerator json;
  private final EventJson events;
  private long written;

  JsonLinesExporter(OutputStream out) throws IOException {
    json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    events = new EventJson(json);
  }

  @Override
  public void write(Report report) throws IOException {
    events.exported(report);
    written++;
  }

  @Override
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    json.writeRaw(written > 0 ? "\n" : "");
    json.close();
  }
}
