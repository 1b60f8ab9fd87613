package org.demarche.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The account's language, else the one chosen, else the best of those the browser asks for. */
final class VisitorLocale implements LocaleResolver {
  static final String COOKIE = "language";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Visitor.account()
        .map(Account::language)
        .or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue))
        .flatMap(VisitorLocale::spoken)
        .orElseGet(() -> asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  /** The interface's language of this code, where it has it. */
  static Optional<Locale> spoken(String code) {
    return WebConfiguration.languages().stream()
        .filter(l -> l.getLanguage().equals(code))
        .findFirst();
  }

  private static Locale asked(String header) {
    List<Locale> languages = WebConfiguration.languages();
    try {
      Locale best =
          header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), languages);
      return best == null ? languages.get(0) : best;
    } catch (IllegalArgumentException e) {
      // A header that is none.
      return languages.get(0);
    }
  }

  @Override
  public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    throw new UnsupportedOperationException("the language is changed by LanguageController");
  }
}
