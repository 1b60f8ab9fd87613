package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Application;
import org.demarche.desk.account.Attempts;
import org.demarche.desk.account.OneTimeTokens;
import org.demarche.desk.account.Permission;
import org.demarche.desk.mail.AccountMail;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password: a link by e-mail, and a new one. */
@Controller
final class ResetController {
  private final Accounts accounts;
  private final OneTimeTokens tokens;
  private final Attempts attempts;
  private final AccountMail mail;
  private final Credentials credentials;

  ResetController(
      Accounts accounts,
      OneTimeTokens tokens,
      Attempts attempts,
      AccountMail mail,
      Credentials credentials) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.attempts = attempts;
    this.mail = mail;
    this.credentials = credentials;
  }

  @GetMapping("/reset")
  @Requires(Permission.PUBLIC)
  String page(Model model) {
    model.addAttribute("sends", mail.sends());
    return "account/reset";
  }

  /** Says the same whether there is such an account or not. */
  @PostMapping("/reset")
  @Requires(Permission.PUBLIC)
  String send(
      @RequestParam String email,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    model.addAttribute("sends", mail.sends());
    String subject = "reset " + email;
    if (attempts.tooMany(subject, request.getRemoteAddr())) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      model.addAttribute("problem", "login.too-many");
      return "account/reset";
    }
    attempts.failed(subject, request.getRemoteAddr());
    if (mail.sends()) {
      accounts
          .byEmail(email)
          .filter(a -> !a.disabled())
          .ifPresent(a -> mail.reset(a, tokens.reset(a), Locale.forLanguageTag(a.language())));
      model.addAttribute("sent", true);
    }
    return "account/reset";
  }

  @GetMapping("/reset/{token}")
  @Requires(Permission.PUBLIC)
  String choose(@PathVariable String token, Model model) {
    model.addAttribute("account", tokens.resetting(token).orElse(null));
    model.addAttribute("token", token);
    return "account/new-password";
  }

  @PostMapping("/reset/{token}")
  @Requires(Permission.PUBLIC)
  String change(
      @PathVariable String token,
      @RequestParam String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    List<String> problems = Application.problems(password);
    Optional<Account> account = tokens.resetting(token);
    if (account.isPresent() && problems.isEmpty() && tokens.use(token)) {
      accounts.password(account.get(), password);
      // Who has read the letter there, has the address.
      accounts.confirmed(account.get());
      attempts.succeeded(account.get().name());
      credentials.open(account.get(), request, response);
      return Redirects.done("/account", "password");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("account", account.orElse(null));
    model.addAttribute("token", token);
    model.addAttribute("problems", problems);
    return "account/new-password";
  }
}
