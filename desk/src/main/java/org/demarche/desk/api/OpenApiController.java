package org.demarche.desk.api;

import org.demarche.desk.account.Permission;
import org.demarche.desk.web.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The document that describes the API. */
@RestController
final class OpenApiController {
  private final ApiDocument document;
  private final Answers answers;

  OpenApiController(ApiDocument document, Answers answers) {
    this.document = document;
    this.answers = answers;
  }

  @GetMapping("/api/openapi.json")
  @Requires(Permission.PUBLIC)
  @Describe(value = "This document.", answers = "Document")
  ResponseEntity<byte[]> document(WebRequest request) {
    return answers.json(document.document(), request);
  }
}
