package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.demarche.archive.search.Parsed;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem document (RFC 9457). */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ObjectNode document;
  private final int status;

  private ProblemException(HttpStatus status, String title, String detail) {
    super(detail);
    this.status = status.value();
    document = document(status, title, detail);
  }

  /** A problem; {@code title} is the same for all of its kind. */
  static ProblemException of(HttpStatus status, String title, String detail) {
    return new ProblemException(status, title, detail);
  }

  /** A query that cannot be understood, with the character where it goes wrong. */
  static ProblemException of(Parsed.Mistake mistake, String parameter) {
    ProblemException problem =
        new ProblemException(
            HttpStatus.BAD_REQUEST, "The query cannot be understood", mistake.message());
    problem
        .document
        .put("parameter", parameter)
        .put("query", mistake.typed())
        .put("at", mistake.at())
        .put("pointing", mistake.pointing());
    return problem;
  }

  static ObjectNode document(HttpStatus status, String title, String detail) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "/help/api#" + title.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"))
        .put("title", title)
        .put("status", status.value())
        .put("detail", detail);
  }

  ObjectNode document() {
    return document;
  }

  int status() {
    return status;
  }
}
