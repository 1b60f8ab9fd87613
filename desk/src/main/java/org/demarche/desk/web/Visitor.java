package org.demarche.desk.web;

import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.ApiTokens;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls. */
public final class Visitor {
  private Visitor() {}

  /** The account that the request being answered comes from; empty where nobody is logged in. */
  public static Optional<Account> account() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Account account
        ? Optional.of(account)
        : Optional.empty();
  }

  /** Whether the request may change anything: not by a token that was made for reading. */
  public static boolean mayWrite() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known == null || known.getCredentials() != ApiTokens.Scope.READ;
  }

  /** The same as {@link #account}, behind a route that asks for an account. */
  public static Account known() {
    return account().orElseThrow(() -> new IllegalStateException("the route let nobody pass"));
  }
}
