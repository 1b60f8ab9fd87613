package org.demarche.desk.start;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.demarche.desk.mail.MailSettings;
import org.demarche.press.fetch.FetchLimits;

/**
 * How the desk is started.
 *
 * @param host the name or address to listen on
 * @param address under which readers reach it, ends with a slash; stands in letters and feeds
 * @param mail where letters are handed over; empty where none are sent
 * @param proxied whether the desk stands behind a proxy whose {@code X-Forwarded-*} are true
 * @param demo whether an empty archive is filled with the samples
 * @param fetch what fetching a page of a feed may cost, and where it may go
 */
public record DeskSettings(
    String host,
    int port,
    URI address,
    Optional<MailSettings> mail,
    boolean proxied,
    boolean demo,
    FetchLimits fetch) {
  public DeskSettings {
    Objects.requireNonNull(host);
    Objects.requireNonNull(address);
    Objects.requireNonNull(mail);
    Objects.requireNonNull(fetch);
    if (port < 1 || port > 65535) {
      throw new DeskException("--port takes 1 to 65535, not " + port);
    }
  }

  /** With the usual limits of fetching. */
  public DeskSettings(
      String host,
      int port,
      URI address,
      Optional<MailSettings> mail,
      boolean proxied,
      boolean demo) {
    this(host, port, address, mail, proxied, demo, FetchLimits.USUAL);
  }

  /** On this machine alone, without mail. */
  public static DeskSettings local(int port) {
    return new DeskSettings(
        "localhost",
        port,
        URI.create("http://localhost:" + port + "/"),
        Optional.empty(),
        false,
        false);
  }

  public DeskSettings withDemo(boolean demo) {
    return new DeskSettings(host, port, address, mail, proxied, demo, fetch);
  }
}
