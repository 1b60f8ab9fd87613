package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the language of the interface. */
@Controller
final class LanguageController {
  private final Accounts accounts;

  LanguageController(Accounts accounts) {
    this.accounts = accounts;
  }

  @PostMapping("/language")
  @Requires(Permission.PUBLIC)
  String change(
      @RequestParam String language, @RequestParam String next, HttpServletResponse response) {
    VisitorLocale.spoken(language)
        .ifPresent(
            locale -> {
              Visitor.account().ifPresent(a -> keep(a, locale.getLanguage()));
              response.addHeader(
                  HttpHeaders.SET_COOKIE,
                  ResponseCookie.from(VisitorLocale.COOKIE, locale.getLanguage())
                      .path("/")
                      .httpOnly(true)
                      .sameSite("Lax")
                      .maxAge(Duration.ofDays(365))
                      .build()
                      .toString());
            });
    return "redirect:" + Redirects.within(next);
  }

  private void keep(Account account, String language) {
    accounts.preferences(account, language, account.zone());
  }
}
