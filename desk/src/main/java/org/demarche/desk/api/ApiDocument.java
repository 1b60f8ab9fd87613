package org.demarche.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.desk.start.DeskSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document that describes the API, and the list of its routes for people. Thread-safe. */
@Component
public final class ApiDocument {
  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private final DeskSettings settings;

  ApiDocument(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes,
      DeskSettings settings) {
    this.routes = routes;
    this.settings = settings;
  }

  JsonNode document() {
    return new OpenApi(routes.getObject().getHandlerMethods(), settings.address().toString())
        .document();
  }

  /** A route and what it does, in English. */
  public record Line(String route, String about) {}

  /** By path. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            lines.add(
                                new Line(
                                    verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                    verb.getValue().get("summary").asText()))));
    return lines;
  }
}
