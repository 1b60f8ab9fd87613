package org.demarche.desk.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who can log in.
 *
 * @param language the interface's, ISO 639-1
 * @param confirmed whether the address is known to be theirs; without that nobody logs in
 */
public record Account(
    long id,
    String name,
    String email,
    Role role,
    String language,
    ZoneId zone,
    Instant created,
    Optional<Instant> lastLogin,
    boolean confirmed,
    boolean disabled) {
  public Account {
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
    Objects.requireNonNull(role);
    Objects.requireNonNull(language);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(created);
    Objects.requireNonNull(lastLogin);
  }

  public boolean may(Permission permission) {
    return !disabled && role.may(permission);
  }
}
