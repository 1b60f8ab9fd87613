package org.demarche.press.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What a page says of itself in JSON-LD (schema.org): its article among the objects of all scripts,
 * within arrays and {@code @graph} too. JSON that is slightly wrong, as it often is (raw line
 * breaks, comments, commas too many), is read all the same; of what cannot be read at all the
 * fields of text are looked for one by one.
 */
final class LinkedData {
  /** Scripts longer than this, in characters, are no description of an article. */
  private static final int LONGEST = 2_000_000;

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private static final Pattern WRAPPING =
      Pattern.compile("^\\s*(<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(-->|//\\s*]]>|]]>|;)\\s*$");
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(headline|datePublished|dateModified|description|articleBody|inLanguage|license)\""
              + "\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private final Map<String, JsonNode> byId;
  private final Optional<JsonNode> article;

  private LinkedData(Map<String, JsonNode> byId, Optional<JsonNode> article) {
    this.byId = byId;
    this.article = article;
  }

  static LinkedData of(Document page) {
    List<JsonNode> objects = new ArrayList<>();
    Map<String, JsonNode> byId = new HashMap<>();
    for (Element script : page.select("script[type*=ld+json]")) {
      String json = script.data();
      if (json.length() <= LONGEST) {
        collect(parse(json), objects, byId);
      }
    }
    JsonNode best = null;
    int most = 0;
    for (JsonNode object : objects) {
      int rank = rank(object);
      if (rank > most) {
        best = object;
        most = rank;
      }
    }
    return new LinkedData(byId, Optional.ofNullable(best));
  }

  private static JsonNode parse(String script) {
    String json = script;
    for (int i = 0; i < 2; i++) {
      json = WRAPPING.matcher(json).replaceAll("");
    }
    try {
      return LENIENT.readTree(json);
    } catch (JsonProcessingException e) {
      var fields =
          LENIENT.createObjectNode().put("@type", json.contains("Article") ? "Article" : "");
      Matcher field = FIELD.matcher(json);
      while (field.find()) {
        if (!fields.has(field.group(1))) {
          fields.put(field.group(1), unescaped(field.group(2)));
        }
      }
      return fields;
    }
  }

  private static String unescaped(String text) {
    try {
      return LENIENT.readTree("\"" + text + "\"").asText(text);
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static void collect(JsonNode root, List<JsonNode> objects, Map<String, JsonNode> byId) {
    Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.isObject()) {
        objects.add(node);
        if (node.size() > 1 && node.has("@id")) {
          byId.putIfAbsent(node.path("@id").asText(), node);
        }
      }
      List<JsonNode> children = new ArrayList<>();
      node.forEach(children::add);
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
  }

  /** How much an object looks like the page's article; 0 where it does not. */
  private static int rank(JsonNode object) {
    boolean typed = false;
    JsonNode type = object.path("@type");
    for (JsonNode name : type.isArray() ? type : List.of(type)) {
      String text = name.asText("");
      typed |= text.endsWith("Article") || text.endsWith("Posting") || text.endsWith("Report");
    }
    int fields = 0;
    for (String field : List.of("articleBody", "headline", "datePublished", "author")) {
      fields += object.has(field) ? 1 : 0;
    }
    return typed
        ? 10 + fields
        : object.has("articleBody") ? 8 : object.has("headline") ? fields : 0;
  }

  /** Whether the page describes an article at all. */
  boolean isPresent() {
    return article.isPresent();
  }

  /** A field of the article, a reference to another object followed. */
  JsonNode field(String name) {
    return article.map(a -> resolved(a.path(name))).orElse(MissingNode.getInstance());
  }

  /** A field of an object, a reference to another object followed. */
  JsonNode field(JsonNode object, String name) {
    return resolved(object.path(name));
  }

  private JsonNode resolved(JsonNode value) {
    JsonNode id = value.path("@id");
    return value.size() == 1 && id.isTextual() ? byId.getOrDefault(id.asText(), value) : value;
  }

  /** The text of a field: its own, its name, or its address; character references undone. */
  Optional<String> text(String name) {
    return names(field(name)).stream().findFirst();
  }

  /** The names in a value: one text or object, or an array of these. */
  List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      JsonNode it = resolved(one);
      String name =
          it.isObject()
              ? it.path("name").isArray()
                  ? it.path("name").path(0).asText("")
                  : it.path("name").asText("")
              : it.asText("");
      String text = Parser.unescapeEntities(name, false).strip();
      if (!text.isEmpty()) {
        names.add(text);
      }
    }
    return names;
  }
}
