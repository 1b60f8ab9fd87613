package org.demarche.desk.api;

import org.demarche.desk.account.Permission;
import org.demarche.desk.start.DeskSettings;
import org.demarche.desk.web.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document that describes the API. */
@RestController
final class OpenApiController {
  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private final DeskSettings settings;
  private final Answers answers;

  OpenApiController(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes,
      DeskSettings settings,
      Answers answers) {
    this.routes = routes;
    this.settings = settings;
    this.answers = answers;
  }

  @GetMapping("/api/openapi.json")
  @Requires(Permission.PUBLIC)
  @Describe(value = "This document.", answers = "Document")
  ResponseEntity<byte[]> document(WebRequest request) {
    return answers.json(
        new OpenApi(routes.getObject().getHandlerMethods(), settings.address().toString())
            .document(),
        request);
  }
}
