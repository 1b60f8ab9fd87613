package org.demarche.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;

/**
 * Reads gold files: one JSON object a line, UTF-8. Fields that scoring does not need are passed
 * over; blank lines too. Everything else that is not as it should be ends the reading with a {@link
 * GoldException} that names file and line.
 */
final class GoldReader {
  /** A longer line is no sentence. */
  private static final int LONGEST_LINE = 1 << 20;

  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private int line;

  private GoldReader(Path file) {
    this.file = file.toString();
  }

  static List<RelationGold> relations(Path file) throws IOException {
    GoldReader reader = new GoldReader(file);
    return reader.records(file, reader::relation);
  }

  static List<EventGold> events(Path file) throws IOException {
    GoldReader reader = new GoldReader(file);
    return reader.records(file, reader::event);
  }

  private interface Shape<T> {
    T of(JsonNode record) throws GoldException;
  }

  private <T> List<T> records(Path path, Shape<T> shape) throws IOException {
    if (Files.isDirectory(path)) {
      throw new GoldException(file + ": is a folder, not a file of JSON lines");
    }
    ObjectReader json =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    List<T> records = new ArrayList<>();
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(path))) {
      for (Optional<String> text = next(in); text.isPresent(); text = next(in)) {
        if (!text.get().isBlank()) {
          records.add(shape.of(parse(json, text.get())));
        }
      }
    } catch (NoSuchFileException e) {
      throw new GoldException(file + ": no such file", e);
    }
    if (records.isEmpty()) {
      throw new GoldException(file + ": holds no record");
    }
    return records;
  }

  private Optional<String> next(InputStream in) throws IOException {
    line++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      bytes.write(b);
      if (bytes.size() > LONGEST_LINE) {
        throw wrong("is longer than " + LONGEST_LINE + " bytes");
      }
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return Optional.of(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new GoldException(at() + "is not UTF-8", e);
    }
  }

  private JsonNode parse(ObjectReader json, String text) throws GoldException {
    try {
      JsonNode record = json.readValue(text);
      if (!record.isObject()) {
        throw wrong("is not a JSON object");
      }
      return record;
    } catch (JsonProcessingException e) {
      throw new GoldException(at() + "is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private RelationGold relation(JsonNode record) throws GoldException {
    String id = id(record);
    String text = string(record, "text");
    Map<Article.Role, CharSpan> spans = new HashMap<>();
    for (JsonNode span : list(record, "spans")) {
      Article.Role role =
          switch (string(span, "role")) {
            case "actor" -> Article.Role.ACTOR;
            case "recipient" -> Article.Role.RECIPIENT;
            default -> throw wrong("a span's role is neither actor nor recipient");
          };
      if (spans.put(role, span(span, text)) != null) {
        throw wrong("two spans are the " + string(span, "role"));
      }
    }
    if (spans.size() != 2) {
      throw wrong("needs a span for the actor and one for the recipient");
    }
    int quad = integer(record, "quad");
    if (quad < 1 || quad > 4) {
      throw wrong("quad is " + quad + ", not 1 to 4");
    }
    return new RelationGold(
        id,
        line,
        text,
        spans.get(Article.Role.ACTOR),
        spans.get(Article.Role.RECIPIENT),
        string(record, "type"),
        quad);
  }

  /** Gold offsets count characters (Unicode code points), Demarche's UTF-16 units. */
  private CharSpan span(JsonNode span, String text) throws GoldException {
    int start = integer(span, "start");
    int end = integer(span, "end");
    if (start < 0 || end <= start || end > text.codePointCount(0, text.length())) {
      throw wrong("span " + start + ".." + end + " does not lie in the text");
    }
    int from = text.offsetByCodePoints(0, start);
    return new CharSpan(from, text.offsetByCodePoints(from, end - start));
  }

  private EventGold event(JsonNode record) throws GoldException {
    return new EventGold(
        id(record),
        line,
        string(record, "text"),
        date(record),
        string(record, "type"),
        sides(record, "actors"),
        sides(record, "recipients"));
  }

  private List<EventGold.Side> sides(JsonNode record, String field) throws GoldException {
    List<EventGold.Side> sides = new ArrayList<>();
    for (JsonNode side : list(record, field)) {
      sides.add(new EventGold.Side(optional(side, "text"), optional(side, "code")));
    }
    return sides;
  }

  private Optional<LocalDate> date(JsonNode record) throws GoldException {
    String date = optional(record, "date");
    try {
      return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    } catch (DateTimeParseException e) {
      throw new GoldException(at() + "date is not a day such as 2022-05-16: " + date, e);
    }
  }

  private String id(JsonNode record) throws GoldException {
    String id = string(record, "id");
    Integer before = lines.putIfAbsent(id, line);
    if (before != null) {
      throw wrong("id " + id + " stands on line " + before + " too");
    }
    return id;
  }

  private String string(JsonNode record, String field) throws GoldException {
    String value = optional(record, field);
    if (value.isBlank()) {
      throw wrong("has no " + field);
    }
    return value;
  }

  private String optional(JsonNode record, String field) throws GoldException {
    JsonNode value = record.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw wrong(field + " is not a string");
    }
    return value.textValue();
  }

  private int integer(JsonNode record, String field) throws GoldException {
    JsonNode value = record.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(field + " is not a whole number");
    }
    return value.intValue();
  }

  private JsonNode list(JsonNode record, String field) throws GoldException {
    JsonNode value = record.path(field);
    if (!value.isArray()) {
      throw wrong(field + " is not a list");
    }
    return value;
  }

  private String at() {
    return file + ":" + line + ": ";
  }

  private GoldException wrong(String what) {
    return new GoldException(at() + what);
  }
}
