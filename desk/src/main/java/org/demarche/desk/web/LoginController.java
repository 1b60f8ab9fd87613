package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Attempts;
import org.demarche.desk.account.OneTimeTokens;
import org.demarche.desk.account.Permission;
import org.demarche.desk.mail.AccountMail;
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
  private final OneTimeTokens tokens;
  private final AccountMail mail;
  private final Credentials credentials;

  LoginController(
      Accounts accounts,
      Attempts attempts,
      OneTimeTokens tokens,
      AccountMail mail,
      Credentials credentials) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.tokens = tokens;
    this.mail = mail;
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
    if (!account.get().confirmed() && mail.sends()) {
      sendAgain(account.get(), address);
      return again(
          HttpStatus.UNPROCESSABLE_CONTENT, "login.unconfirmed", name, next, model, response);
    }
    accounts.loggedIn(account.get());
    credentials.open(account.get(), request, response);
    return "redirect:" + Redirects.within(next);
  }

  /** Another letter with a link that confirms the address, but not any number of them. */
  private void sendAgain(Account account, String address) {
    String subject = "confirm " + account.email();
    if (!attempts.tooMany(subject, address)) {
      attempts.failed(subject, address);
      mail.confirm(account, tokens.confirm(account), Locale.forLanguageTag(account.language()));
    }
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
