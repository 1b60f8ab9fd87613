package org.demarche.desk.start;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.desk.mail.MailSettings;
import org.demarche.press.fetch.FetchLimits;

/** Reads the file of settings: Java properties in UTF-8. */
public final class SettingsFile {
  private static final Set<String> KEYS =
      Set.of(
          "host",
          "port",
          "address",
          "proxied",
          "feeds.private",
          "smtp.host",
          "smtp.port",
          "smtp.tls",
          "smtp.user",
          "smtp.password",
          "smtp.from");

  private final Path file;
  private final Properties values;

  private SettingsFile(Path file, Properties values) {
    this.file = file;
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param port what the command line says, which goes before the file's
   * @throws DeskException naming the file, the key and what is wrong
   */
  public static DeskSettings read(Path file, Optional<Integer> port, boolean demo) {
    Properties values = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new DeskException("no such file of settings: " + file, e);
    } catch (IOException | IllegalArgumentException e) {
      throw new DeskException(file + " cannot be read: " + e.getMessage(), e);
    }
    return new SettingsFile(file, values).settings(port, demo);
  }

  private DeskSettings settings(Optional<Integer> port, boolean demo) {
    Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new DeskException(
          file
              + " has unknown keys: "
              + String.join(", ", unknown)
              + "; known are "
              + String.join(", ", new TreeSet<>(KEYS)));
    }
    int listens = port.orElseGet(() -> number("port", 8080));
    return new DeskSettings(
        text("host").orElse("localhost"),
        listens,
        text("address")
            .map(a -> address(a.endsWith("/") ? a : a + "/"))
            .orElse(URI.create("http://localhost:" + listens + "/")),
        text("smtp.host").map(this::mail),
        flag("proxied"),
        demo,
        FetchLimits.USUAL.privateAddresses(flag("feeds.private")));
  }

  private boolean flag(String key) {
    return text(key).map(v -> choice(key, v, "true", "false")).orElse("false").equals("true");
  }

  private MailSettings mail(String host) {
    String tls = choice("smtp.tls", text("smtp.tls").orElse("starttls"), "none", "starttls", "tls");
    return new MailSettings(
        host,
        number("smtp.port", tls.equals("tls") ? 465 : tls.equals("starttls") ? 587 : 25),
        text("smtp.user").orElse(""),
        text("smtp.password").orElse(""),
        MailSettings.Tls.valueOf(tls.toUpperCase(Locale.ROOT)),
        text("smtp.from")
            .orElseThrow(() -> new DeskException(file + ": smtp.host needs smtp.from beside it")));
  }

  private URI address(String value) {
    try {
      URI uri = new URI(value);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      // Said below.
    }
    throw new DeskException(
        file + ": address must be like https://desk.example.org/, not " + value);
  }

  private String choice(String key, String value, String... choices) {
    if (!Set.of(choices).contains(value)) {
      throw new DeskException(
          file + ": " + key + " is one of " + String.join(", ", choices) + ", not " + value);
    }
    return value;
  }

  private int number(String key, int otherwise) {
    String value = text(key).orElse(Integer.toString(otherwise));
    if (!value.matches("[1-9]\\d{0,4}")) {
      throw new DeskException(file + ": " + key + " is not a port: " + value);
    }
    return Integer.parseInt(value);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(values.getProperty(key))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }
}
