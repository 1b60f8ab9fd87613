package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.demarche.desk.web.NotFoundException;
import org.demarche.desk.web.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong under {@code /api}, as problem documents (RFC 9457). */
@ControllerAdvice(basePackages = "org.demarche.desk.api")
final class ApiErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<byte[]> problem(ProblemException e) {
    return answer(HttpStatus.valueOf(e.status()), e.document());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> limited(RateLimit.ExceededException e) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            bytes(
                ProblemException.document(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many requests",
                    "Try again in " + e.seconds() + " seconds.")));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notFound(NotFoundException e) {
    return answer(HttpStatus.NOT_FOUND, "Not found", "There is no " + e.getMessage() + ".");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> missing(MissingServletRequestParameterException e) {
    return answer(
        HttpStatus.BAD_REQUEST,
        "A parameter is missing",
        "The parameter " + e.getParameterName() + " must be there.");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> mistyped(MethodArgumentTypeMismatchException e) {
    String wanted =
        Optional.ofNullable(e.getRequiredType()).map(Class::getSimpleName).orElse("value");
    return answer(
        HttpStatus.BAD_REQUEST,
        "A parameter cannot be understood",
        "The parameter " + e.getName() + " is no " + wanted + ": " + e.getValue());
  }

  /** Who is not known is asked to say who it is; who is known may not. */
  @ExceptionHandler
  ResponseEntity<byte[]> denied(AccessDeniedException e, HttpServletRequest request) {
    if (Visitor.account().isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(
              bytes(
                  ProblemException.document(
                      HttpStatus.UNAUTHORIZED, "Not logged in", e.getMessage())));
    }
    return answer(HttpStatus.FORBIDDEN, "Not allowed", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> bug(RuntimeException e, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong", "The desk's log says more.");
  }

  private static ResponseEntity<byte[]> answer(HttpStatus status, String title, String detail) {
    return answer(status, ProblemException.document(status, title, detail));
  }

  private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode problem) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(bytes(problem));
  }

  private static byte[] bytes(ObjectNode problem) {
    return problem.toString().getBytes(StandardCharsets.UTF_8);
  }
}
