package org.demarche.cli.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.demarche.archive.export.EventJson;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Vote;
import org.demarche.coder.text.Provenance;

/** One JSON object an event, one a line. */
public final class JsonLinesWriter implements EventWriter {
  private final OutputStream out;
  private final boolean withRun;
  private final boolean withProvenance;
  private final JsonGenerator generator;
  private final EventJson json;

  /**
   * @param withRun whether each line says which coder, codebook and parser made it
   * @param withProvenance whether each line says which way the article came and who has the rights
   */
  public JsonLinesWriter(OutputStream out, boolean withRun, boolean withProvenance)
      throws IOException {
    this.out = out;
    this.withRun = withRun;
    this.withProvenance = withProvenance;
    this.generator =
        new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .createGenerator(out, JsonEncoding.UTF8)
            .setPrettyPrinter(new MinimalPrettyPrinter(""));
    this.json = new EventJson(generator);
  }

  @Override
  public void write(CodedArticle article) throws IOException {
    Optional<Run> run = withRun ? Optional.of(article.coding().run()) : Optional.empty();
    Optional<Provenance> provenance =
        withProvenance ? Optional.of(article.article().provenance()) : Optional.empty();
    for (Event event : article.events()) {
      json.event(event, run, provenance);
      generator.writeRaw('\n');
    }
    for (Vote vote : article.votes()) {
      json.vote(vote, run, provenance);
      generator.writeRaw('\n');
    }
    generator.flush();
  }

  @Override
  public void finish() throws IOException {
    generator.close();
    out.flush();
  }
}
