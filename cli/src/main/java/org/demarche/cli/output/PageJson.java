package org.demarche.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.export.EventJson;
import org.demarche.press.outline.Outline;
import org.demarche.press.outline.Outliner;
import org.demarche.press.page.Block;
import org.demarche.press.page.Image;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Surroundings;

/** The JSON form of a page. Every key is always there; what is not known is null. */
public final class PageJson {
  private final JsonGenerator json;

  private PageJson(JsonGenerator json) {
    this.json = json;
  }

  /** The page as one indented JSON object. */
  public static String of(PressArticle page) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.builder().build().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      new PageJson(json).write(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(PressArticle page) throws IOException {
    json.writeStartObject();
    string("id", page.article().id());
    string("title", page.article().title());
    string("lead", page.lead());
    string("byline", page.article().byline());
    string("language", page.article().language());
    string("published", page.published().map(Moment::toString));
    string("modified", page.modified().map(Moment::toString));
    image(page.image());
    string("canonical", page.canonical());
    string("credit", page.credit());
    string("rights", page.rights());
    json.writeFieldName("provenance");
    EventJson.hops(json, page.article().provenance());
    json.writeArrayFieldStart("blocks");
    for (Block block : page.blocks()) {
      json.writeStartObject();
      string("kind", block.kind().name().toLowerCase(java.util.Locale.ROOT));
      json.writeNumberField("start", block.span().start());
      json.writeNumberField("end", block.span().end());
      string("text", page.article().text().substring(block.span().start(), block.span().end()));
      json.writeEndObject();
    }
    json.writeEndArray();
    outlines(new Outliner().read(page.article()), page.article().text());
    surroundings(page.surroundings());
    json.writeEndObject();
  }

  private void outlines(List<Outline> outlines, String text) throws IOException {
    json.writeArrayFieldStart("outlines");
    for (Outline outline : outlines) {
      json.writeStartObject();
      string("what", outline.what());
      string("lead", outline.lead().map(l -> l.of(text).strip()));
      json.writeFieldName("announced");
      if (outline.announced().isPresent()) {
        json.writeNumber(outline.announced().getAsInt());
      } else {
        json.writeNull();
      }
      json.writeArrayFieldStart("points");
      for (Outline.Point point : outline.points()) {
        json.writeStartObject();
        json.writeNumberField("number", point.number());
        json.writeNumberField("start", point.span().start());
        json.writeNumberField("end", point.span().end());
        string("heading", point.heading().of(text));
        outlines(point.inner(), text);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void image(Optional<Image> image) throws IOException {
    json.writeFieldName("image");
    if (image.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    string("url", image.get().url());
    string("caption", image.get().caption());
    string("credit", image.get().credit());
    json.writeEndObject();
  }

  private void surroundings(Surroundings around) throws IOException {
    json.writeObjectFieldStart("surroundings");
    json.writeFieldName("views");
    if (around.views().isPresent()) {
      json.writeNumber(around.views().getAsLong());
    } else {
      json.writeNull();
    }
    string("rating", around.rating());
    string("comment_prompt", around.commentPrompt());
    strings("side_column", around.sideColumn());
    strings("others", around.others());
    json.writeEndObject();
  }

  private void strings(String key, List<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void string(String key, Optional<String> value) throws IOException {
    string(key, value.orElse(""));
  }

  private void string(String key, String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(key);
    } else {
      json.writeStringField(key, value);
    }
  }
}
