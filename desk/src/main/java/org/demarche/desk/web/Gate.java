package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Policy;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody pass to a route without the right to it. */
@Component
final class Gate implements HandlerInterceptor {
  private static final String OURS = "org.demarche.";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Policy policy;
  private final Accounts accounts;
  private volatile boolean founded;

  Gate(Policy policy, Accounts accounts) {
    this.policy = policy;
    this.accounts = accounts;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws java.io.IOException {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith(OURS)) {
      // Files of the interface and the page that tells of errors.
      return true;
    }
    Permission needed = needed(method);
    if (!founded && needed != Permission.PUBLIC) {
      founded = !accounts.none();
      if (!founded) {
        response.sendRedirect("/setup");
        return false;
      }
    }
    Optional<Account> visitor = Visitor.account();
    if (needed == Permission.PUBLIC) {
      return true;
    }
    if (visitor.isEmpty() && Credentials.byToken(request)) {
      throw new AccessDeniedException("the token is not known or works no more");
    }
    if (!policy.allows(visitor, needed)) {
      throw new AccessDeniedException(
          "needs the right to " + needed.name().toLowerCase(Locale.ROOT));
    }
    if (!READING.contains(request.getMethod()) && !Visitor.mayWrite()) {
      throw new AccessDeniedException("the token is for reading only");
    }
    return true;
  }

  /**
   * What a route asks for.
   *
   * @throws IllegalStateException when it does not say so
   */
  static Permission needed(HandlerMethod method) {
    Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires == null) {
      throw new IllegalStateException(method + " does not say what it requires");
    }
    return requires.value();
  }
}
