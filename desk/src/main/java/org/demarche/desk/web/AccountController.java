package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.ApiTokens;
import org.demarche.desk.account.Application;
import org.demarche.desk.account.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account. */
@Controller
final class AccountController {
  /** How long a token may work; 0 is until it is revoked. */
  private static final List<Integer> TOKEN_DAYS = List.of(30, 90, 365, 0);

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final Credentials credentials;

  AccountController(Accounts accounts, ApiTokens tokens, Credentials credentials) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.credentials = credentials;
  }

  @GetMapping("/account")
  @Requires(Permission.OWN)
  String page(Model model) {
    model.addAttribute("tokens", tokens.of(Visitor.known()));
    model.addAttribute("scopes", ApiTokens.Scope.values());
    model.addAttribute("tokenDays", TOKEN_DAYS);
    model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
    return "account/account";
  }

  @PostMapping("/account/preferences")
  @Requires(Permission.OWN)
  String preferences(
      @RequestParam String language, @RequestParam String zone, HttpServletResponse response) {
    try {
      accounts.preferences(
          Visitor.known(),
          VisitorLocale.spoken(language)
              .orElseThrow(() -> new NotFoundException(language))
              .getLanguage(),
          ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new NotFoundException("zone " + zone);
    }
    return Redirects.done("/account", "saved");
  }

  @PostMapping("/account/password")
  @Requires(Permission.OWN)
  String password(
      @RequestParam String current,
      @RequestParam String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = Visitor.known();
    List<String> problems =
        accounts.authenticate(account.name(), current).isEmpty()
            ? List.of("account.problem.current")
            : Application.problems(password);
    if (!problems.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problems", problems);
      return page(model);
    }
    accounts.password(account, password);
    credentials.open(account, request, response);
    return Redirects.done("/account", "password");
  }

  /**
   * @param days how long it works; 0 where until it is revoked
   */
  @PostMapping("/account/tokens")
  @Requires(Permission.OWN)
  String makeToken(
      @RequestParam String name,
      @RequestParam(defaultValue = "READ") ApiTokens.Scope scope,
      @RequestParam(defaultValue = "90") int days,
      Model model) {
    String label = name.strip();
    if (!TOKEN_DAYS.contains(days)) {
      throw new NotFoundException("tokens for " + days + " days");
    }
    if (!label.isEmpty()) {
      model.addAttribute(
          "made",
          tokens.make(
              Visitor.known(),
              label.substring(0, Math.min(label.length(), 80)),
              scope,
              days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days))));
    }
    return page(model);
  }

  @PostMapping("/account/tokens/{id}/revoke")
  @Requires(Permission.OWN)
  String revoke(@PathVariable long id) {
    tokens.revoke(Visitor.known(), id);
    return Redirects.done("/account", "revoked");
  }
}
