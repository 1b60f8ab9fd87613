package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Attempts;
import org.demarche.desk.account.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in and out. */
@Controller
final class LoginController {
  private final Accounts accounts;
  private final Attempts attempts;
  private final Credentials credentials;

  LoginController(Accounts accounts, Attempts attempts, Credentials credentials) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.credentials = credentials;
  }

  @GetMapping("/login")
  @Requires(Permission.PUBLIC)
  String page(@RequestParam(defaultValue = "/") String next, Model model) {
    if (accounts.none()) {
      return "redirect:/setup";
    }
    model.addAttribute("next", Redirects.within(next));
    return "account/login";
  }

  @PostMapping("/login")
  @Requires(Permission.PUBLIC)
  String logIn(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String address = request.getRemoteAddr();
    if (attempts.tooMany(name, address)) {
      return again(HttpStatus.TOO_MANY_REQUESTS, "login.too-many", name, next, model, response);
    }
    Optional<Account> account = accounts.authenticate(name, password);
    if (account.isEmpty()) {
      attempts.failed(name, address);
      return again(HttpStatus.UNPROCESSABLE_CONTENT, "login.wrong", name, next, model, response);
    }
    attempts.succeeded(name);
    accounts.loggedIn(account.get());
    credentials.open(account.get(), request, response);
    return "redirect:" + Redirects.within(next);
  }

  private static String again(
      HttpStatus status,
      String problem,
      String name,
      String next,
      Model model,
      HttpServletResponse response) {
    response.setStatus(status.value());
    model.addAttribute("problem", problem);
    model.addAttribute("name", name);
    model.addAttribute("next", Redirects.within(next));
    return "account/login";
  }

  @PostMapping("/logout")
  @Requires(Permission.PUBLIC)
  String logOut(HttpServletRequest request, HttpServletResponse response) {
    credentials.close(request, response);
    return "redirect:/";
  }
}
