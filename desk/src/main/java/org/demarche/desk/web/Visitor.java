package org.demarche.desk.web;

import java.util.Optional;
import org.demarche.desk.account.Account;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls. */
final class Visitor {
  private Visitor() {}

  /** The account that the request being answered comes from; empty where nobody is logged in. */
  static Optional<Account> account() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Account account
        ? Optional.of(account)
        : Optional.empty();
  }

  /** The same, behind a route that asks for an account. */
  static Account known() {
    return account().orElseThrow(() -> new IllegalStateException("the route let nobody pass"));
  }
}
