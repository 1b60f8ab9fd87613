package org.demarche.desk.mail;

import java.util.Objects;

/**
 * Where mail is handed over.
 *
 * @param user empty where the server asks for none
 * @param tls {@code none}, {@code starttls} or {@code tls}
 * @param from the address that mail comes from
 */
public record MailSettings(
    String host, int port, String user, String password, Tls tls, String from) {
  public MailSettings {
    Objects.requireNonNull(host);
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
    Objects.requireNonNull(tls);
    Objects.requireNonNull(from);
  }

  /** How the way to the server is kept secret. */
  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /** Without the password, since it may end in a log. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
