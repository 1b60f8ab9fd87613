package org.demarche.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What Spring Security does for every request. Who may do what is for {@link Gate}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** Everything comes from the desk itself; no script and no style stands in a page. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /** Keeps Spring Boot from making a user of its own. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new UnsupportedOperationException("accounts log in by LoginController");
    };
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, Credentials credentials) throws Exception {
    CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
    csrf.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(
            c ->
                c.csrfTokenRepository(csrf)
                    .ignoringRequestMatchers(Credentials::byToken)
                    // Sent by mail programs (RFC 8058); the secret in the address is the right to
                    // it.
                    .ignoringRequestMatchers("/unsubscribe/*"))
        .securityContext(c -> c.securityContextRepository(credentials))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(entryPoint())
                    .accessDeniedHandler(SecurityConfiguration::denied))
        .headers(
            h ->
                h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), microphone=(), geolocation=()")))
        .build();
  }

  /** Who is not known logs in first and comes back; programs are told. */
  private static AuthenticationEntryPoint entryPoint() {
    return (request, response, e) -> {
      boolean page =
          HttpMethod.GET.matches(request.getMethod())
              && !request.getRequestURI().startsWith("/api/")
              && request.getHeader("HX-Request") == null;
      if (!page || Credentials.byToken(request)) {
        unauthorized(response, e);
        return;
      }
      String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      response.sendRedirect(
          "/login?next="
              + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8));
    };
  }

  /** A form or a request without its CSRF token; programs are told as they read it (RFC 9457). */
  private static void denied(
      jakarta.servlet.http.HttpServletRequest request,
      jakarta.servlet.http.HttpServletResponse response,
      AccessDeniedException e)
      throws java.io.IOException, jakarta.servlet.ServletException {
    if (!request.getRequestURI().startsWith("/api/")) {
      new AccessDeniedHandlerImpl().handle(request, response, e);
      return;
    }
    response.setStatus(403);
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .write(
            "{\"type\":\"/help/api#not-allowed\",\"title\":\"Not allowed\",\"status\":403,"
                + "\"detail\":\"Changing anything needs a token of the API, or the page's CSRF"
                + " token under X-XSRF-TOKEN.\"}");
  }

  private static void unauthorized(
      jakarta.servlet.http.HttpServletResponse response, AuthenticationException e)
      throws java.io.IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    response.sendError(401, e.getMessage());
  }
}
