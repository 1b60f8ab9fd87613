package org.demarche.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.desk.account.Permission;
import org.demarche.desk.web.Requires;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Makes the OpenAPI 3.1 document from the routes, so that nothing can be missing in it: their paths
 * and parameters as Spring sees them, what {@link Describe} says of each, and the schemas of a
 * resource. (https://spec.openapis.org/oas/v3.1.1.html)
 */
final class OpenApi {
  private static final String PACKAGE = OpenApi.class.getPackageName();

  private final ObjectNode document;

  OpenApi(Map<RequestMappingInfo, HandlerMethod> routes, String server) {
    document = Answers.object().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Demarche")
        .put("version", "1")
        .put(
            "description",
            "Articles and the events read in them, with the words, the rule and the rights of each."
                + " Lists are read page by page: next of an answer is the cursor of the next one.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", server);
    ObjectNode paths = document.putObject("paths");
    routes.entrySet().stream()
        .filter(r -> described(r.getValue()))
        .sorted(Comparator.comparing(r -> r.getKey().getPatternValues().iterator().next()))
        .forEach(r -> route(paths, r.getKey(), r.getValue()));
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas());
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A personal API token, made on the page of one's account.");
    schemes
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "demarche")
        .put(
            "description",
            "The session of a browser; what changes anything needs X-XSRF-TOKEN too.");
  }

  private static boolean described(HandlerMethod method) {
    return method.getBeanType().getPackageName().equals(PACKAGE)
        && method.hasMethodAnnotation(Describe.class);
  }

  private static void route(ObjectNode paths, RequestMappingInfo info, HandlerMethod method) {
    String path = info.getPatternValues().iterator().next();
    ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
      operation(item.putObject(verb.name().toLowerCase(Locale.ROOT)), path, verb, method);
    }
  }

  private static void operation(
      ObjectNode operation, String path, RequestMethod verb, HandlerMethod method) {
    Describe about = method.getMethodAnnotation(Describe.class);
    Permission needed = method.getMethodAnnotation(Requires.class).value();
    operation
        .put("operationId", verb.name().toLowerCase(Locale.ROOT) + name(path))
        .put("summary", about.value())
        .put("x-requires", needed.name().toLowerCase(Locale.ROOT));
    operation.putArray("tags").add(path.split("/")[2]);
    for (MethodParameter parameter : method.getMethodParameters()) {
      parameter(operation, parameter);
    }
    if (!about.takes().isEmpty()) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.putObject("content").putObject("application/json").set("schema", schema(about.takes()));
    }
    responses(operation.putObject("responses"), about, verb);
    if (needed != Permission.PUBLIC) {
      var security = operation.putArray("security");
      if (needed == Permission.READ) {
        // Where everybody may read, nothing is needed.
        security.addObject();
      }
      security.addObject().putArray("token");
      security.addObject().putArray("session");
    }
  }

  private static String name(String path) {
    StringBuilder name = new StringBuilder();
    for (String part : path.substring("/api".length()).split("\\W+")) {
      if (!part.isEmpty()) {
        name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return name.toString();
  }

  private static void parameter(ObjectNode operation, MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    PathVariable part = parameter.getParameterAnnotation(PathVariable.class);
    if (asked == null && part == null) {
      return;
    }
    Describe about = parameter.getParameterAnnotation(Describe.class);
    if (about == null) {
      throw new IllegalStateException(parameter + " is not described");
    }
    String given = asked == null ? part.name() : asked.name();
    boolean optional =
        asked != null
            && (!asked.required() || !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    ObjectNode json =
        operation
            .withArray("parameters")
            .addObject()
            .put("name", given.isEmpty() ? parameter.getParameter().getName() : given)
            .put("in", asked == null ? "path" : "query")
            .put("required", !optional)
            .put("description", about.value());
    if (!about.example().isEmpty()) {
      json.put("example", about.example());
    }
    ObjectNode schema = json.putObject("schema");
    boolean number = parameter.getParameterType() != String.class;
    schema.put("type", number ? "integer" : "string");
    if (!about.format().isEmpty()) {
      schema.put("format", about.format());
    }
    for (String one : about.oneOf()) {
      schema.withArray("enum").add(one);
    }
    if (asked != null
        && !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
        && !asked.defaultValue().isEmpty()) {
      if (number) {
        schema.put("default", Integer.parseInt(asked.defaultValue()));
      } else {
        schema.put("default", asked.defaultValue());
      }
    }
  }

  private static void responses(ObjectNode responses, Describe about, RequestMethod verb) {
    ObjectNode right =
        responses
            .putObject(Integer.toString(about.status()))
            .put("description", about.status() == 204 ? "Done." : "What was asked for.");
    if (!about.answers().isEmpty()) {
      if (verb == RequestMethod.GET) {
        right
            .putObject("headers")
            .putObject("ETag")
            .put("description", "Of what is answered; sent back as If-None-Match")
            .putObject("schema")
            .put("type", "string");
        responses.putObject("304").put("description", "Nothing has changed since that ETag.");
      }
      right
          .putObject("content")
          .putObject("application/json")
          .set("schema", schema(about.answers()));
    } else if (about.status() == 200) {
      right.putObject("content").putObject("*/*").putObject("schema");
    }
    responses
        .putObject("default")
        .put("description", "What went wrong (RFC 9457).")
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", schema("Problem"));
  }

  /** A page of a list is an object with its items. */
  private static ObjectNode schema(String name) {
    return Answers.object().put("$ref", "#/components/schemas/" + name);
  }

  private static ObjectNode schemas() {
    try (InputStream in =
        OpenApi.class.getResourceAsStream("/org/demarche/desk/api/schemas.json")) {
      ObjectNode schemas = (ObjectNode) new JsonMapper().readTree(in);
      for (String item :
          List.of(
              "Article",
              "Event",
              "Vote",
              "Mention",
              "Correction",
              "Actor",
              "Run",
              "Count",
              "Pair",
              "Timeline",
              "SavedSearch")) {
        schemas.set(
            item + "Page",
            page(
                item.equals("Article")
                    ? "ArticleHead"
                    : item.equals("Actor") ? "ActorHead" : item));
      }
      return schemas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode page(String item) {
    ObjectNode page = Answers.object().put("type", "object");
    page.putArray("required").add("items").add("next");
    ObjectNode properties = page.putObject("properties");
    properties.putObject("items").put("type", "array").set("items", schema(item));
    properties
        .putObject("next")
        .put("description", "The cursor of the next page; null where this is the last")
        .putArray("type")
        .add("string")
        .add("null");
    properties
        .putObject("until")
        .put("type", "string")
        .put("format", "date-time")
        .put("description", "With changed_after: what to ask for the next time");
    return page.put("additionalProperties", false);
  }

  JsonNode document() {
    return document.deepCopy();
  }
}
