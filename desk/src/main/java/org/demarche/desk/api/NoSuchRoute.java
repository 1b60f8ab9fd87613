package org.demarche.desk.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.demarche.desk.account.Permission;
import org.demarche.desk.web.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What under {@code /api} leads nowhere is said to programs as they read it. */
@RestController
final class NoSuchRoute {
  @RequestMapping("/api/**")
  @Requires(Permission.PUBLIC)
  ResponseEntity<byte[]> none(HttpServletRequest request) {
    String detail =
        "There is no route "
            + request.getMethod()
            + " "
            + request.getRequestURI()
            + "; /api/openapi.json lists them.";
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            ProblemException.document(HttpStatus.NOT_FOUND, "Not found", detail)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }
}
