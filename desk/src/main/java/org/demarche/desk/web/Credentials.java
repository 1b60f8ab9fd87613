package org.demarche.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.ApiTokens;
import org.demarche.desk.account.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Finds out who calls: by the session in the cookie, or by a personal API token. */
@Component
final class Credentials implements SecurityContextRepository {
  private static final String COOKIE = "demarche";
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final ApiTokens tokens;

  Credentials(Sessions sessions, ApiTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** Whether a program calls; no browser adds this by itself, so it needs no CSRF token. */
  static boolean byToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith(BEARER);
  }

  private Optional<ApiTokens.Grant> grant(HttpServletRequest request) {
    if (byToken(request)) {
      return tokens.grant(
          request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip());
    }
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null
        ? Optional.empty()
        : sessions
            .account(cookie.getValue())
            .map(a -> new ApiTokens.Grant(a, ApiTokens.Scope.WRITE));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new DeferredSecurityContext() {
      private SecurityContext context;

      @Override
      public SecurityContext get() {
        if (context == null) {
          context =
              grant(request)
                  .<SecurityContext>map(
                      g ->
                          new SecurityContextImpl(
                              UsernamePasswordAuthenticationToken.authenticated(
                                  g.account(), g.scope(), List.of())))
                  .orElseGet(SecurityContextHolder::createEmptyContext);
        }
        return context;
      }

      @Override
      public boolean isGenerated() {
        return false;
      }
    };
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    throw new UnsupportedOperationException("only the older filter asks for it");
  }

  /** Nothing: sessions are opened by logging in alone. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return byToken(request) || WebUtils.getCookie(request, COOKIE) != null;
  }

  /** Logs an account in. */
  void open(Account account, HttpServletRequest request, HttpServletResponse response) {
    close(request, response);
    cookie(sessions.open(account), Sessions.LASTS, request, response);
  }

  /** Logs whoever calls out. */
  void close(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie != null) {
      sessions.close(cookie.getValue());
      cookie("", Duration.ZERO, request, response);
    }
  }

  private static void cookie(
      String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }
}
