package org.demarche.press.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/** Articles as JSON objects, one a line, read one at a time. A bad line leaves the others whole. */
final class JsonLines {
  private final ObjectMapper mapper =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Reads all lines of a stream. */
  void read(String file, InputStream in, Consumer<Item<PressArticle>> sink) throws IOException {
    LineReader lines = new LineReader(in, Limits.ARTICLE_BYTES);
    for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
      line(file, line).ifPresent(sink);
    }
    if (lines.count() == 0) {
      sink.accept(new Item.Failed<>(file, InputKind.EMPTY.label(), "empty: no byte in it"));
    }
  }

  /** One line; empty where it is blank. */
  Optional<Item<PressArticle>> line(String file, LineReader.Line line) {
    try {
      if (line.length() > Limits.ARTICLE_BYTES) {
        throw Limits.tooLarge("a line", line.length());
      }
      String text = Decoder.text(line.bytes(), line.offset());
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(new Item.Read<>(article(file + "#" + line.number(), text)));
    } catch (InputException e) {
      return Optional.of(e.at(file + " line " + line.number()));
    }
  }

  private PressArticle article(String where, String line) throws InputException {
    JsonNode json;
    try {
      json = mapper.readTree(line);
    } catch (JsonProcessingException e) {
      long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw new InputException(
          InputKind.MALFORMED_JSON,
          "not JSON at column " + column + ": " + firstLine(e.getOriginalMessage()));
    }
    if (!json.isObject()) {
      throw new InputException(InputKind.MALFORMED_JSON, "not a JSON object");
    }
    String text = string(json, "text");
    if (text.isBlank()) {
      throw new InputException(
          json.hasNonNull("text") ? InputKind.NO_TEXT : InputKind.BAD_FIELD,
          json.hasNonNull("text") ? "its text is blank" : "has no \"text\"");
    }
    String id = identity(json);
    Optional<LocalDate> published = Dates.day("published", string(json, "published"));
    PageFields around = new PageFields(json, text.length());
    String language = string(json, "language").toLowerCase(Locale.ROOT);
    Article article =
        new Article(
            id.isEmpty() ? where : id,
            string(json, "title"),
            string(json, "byline"),
            language.isEmpty() ? "en" : language,
            published,
            text,
            around.provenance(string(json, "url")),
            parties(json.path("spans"), text));
    return around.page(article);
  }

  private static String identity(JsonNode json) throws InputException {
    JsonNode id = json.path("id");
    return id.isNumber() ? id.asText() : string(json, "id");
  }

  private static String string(JsonNode json, String key) throws InputException {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new InputException(InputKind.BAD_FIELD, "\"" + key + "\" is not a string");
    }
    return value.textValue();
  }

  private static List<Article.Party> parties(JsonNode spans, String text) throws InputException {
    List<Article.Party> parties = new ArrayList<>();
    if (spans.isMissingNode() || spans.isNull()) {
      return parties;
    }
    if (!spans.isArray()) {
      throw new InputException(InputKind.BAD_FIELD, "\"spans\" is not a list");
    }
    for (JsonNode span : spans) {
      String role = string(span, "role");
      if (!role.equals("actor") && !role.equals("recipient")) {
        throw new InputException(
            InputKind.BAD_FIELD, "a span's role is '" + role + "', not actor or recipient");
      }
      JsonNode start = span.path("start");
      JsonNode end = span.path("end");
      if (!start.canConvertToInt() || !end.canConvertToInt() || !start.isInt() || !end.isInt()) {
        throw new InputException(
            InputKind.BAD_FIELD, "a span's start and end must be whole numbers");
      }
      int from = start.intValue();
      int to = end.intValue();
      if (from < 0 || to <= from || to > text.length()) {
        throw new InputException(
            InputKind.BAD_FIELD,
            "the span "
                + from
                + ".."
                + to
                + " is not within the text of "
                + text.length()
                + " characters");
      }
      parties.add(
          new Article.Party(
              role.equals("actor") ? Article.Role.ACTOR : Article.Role.RECIPIENT,
              new CharSpan(from, to)));
    }
    long actors = parties.stream().filter(p -> p.role() == Article.Role.ACTOR).count();
    if (!parties.isEmpty() && (actors != 1 || parties.size() != 2)) {
      throw new InputException(
          InputKind.BAD_FIELD, "\"spans\" must give one actor and one recipient");
    }
    return parties;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
