package org.demarche.desk.web;

import org.demarche.desk.account.Permission;
import org.demarche.desk.api.Examples;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells people how programs use the desk. */
@Controller
final class ApiHelpController {
  private final Examples examples;

  ApiHelpController(Examples examples) {
    this.examples = examples;
  }

  @GetMapping("/help/api")
  @Requires(Permission.PUBLIC)
  String page(Model model) {
    model.addAttribute("examples", examples.all());
    return "help-api";
  }
}
