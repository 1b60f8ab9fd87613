package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Application;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Policy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first visitor makes the administrator's account. */
@Controller
final class SetupController {
  private final Accounts accounts;
  private final Policy policy;
  private final Credentials credentials;

  SetupController(Accounts accounts, Policy policy, Credentials credentials) {
    this.accounts = accounts;
    this.policy = policy;
    this.credentials = credentials;
  }

  @GetMapping("/setup")
  @Requires(Permission.PUBLIC)
  String page() {
    return accounts.none() ? "account/setup" : "redirect:/";
  }

  @PostMapping("/setup")
  @Requires(Permission.PUBLIC)
  String make(
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String password,
      @RequestParam(defaultValue = "INVITATION") Policy.Registering registering,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return accounts
        .first(new Application(name, email, password), locale.getLanguage())
        .fold(
            done -> {
              policy.registering(registering);
              credentials.open(done.account(), request, response);
              return "redirect:/";
            },
            refused -> {
              response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
              model.addAttribute("problems", refused.reasons());
              model.addAttribute("name", name);
              model.addAttribute("email", email);
              return "account/setup";
            });
  }
}
