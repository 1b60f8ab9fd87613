package org.demarche.desk.web;

import org.demarche.desk.account.Permission;
import org.demarche.desk.api.ApiDocument;
import org.demarche.desk.api.Examples;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells people how programs use the desk. */
@Controller
final class ApiHelpController {
  private final Examples examples;
  private final ApiDocument document;

  ApiHelpController(Examples examples, ApiDocument document) {
    this.examples = examples;
    this.document = document;
  }

  @GetMapping("/help/api")
  @Requires(Permission.PUBLIC)
  String page(Model model) {
    model.addAttribute("examples", examples.all());
    model.addAttribute("routes", document.lines());
    return "help-api";
  }
}
