package org.demarche.desk.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Database;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Application;
import org.demarche.desk.account.Role;
import org.demarche.desk.demo.DemoArchive;
import org.demarche.desk.mail.MailSettings;
import org.demarche.press.fetch.FetchLimits;

/** A real desk on a real archive, for tests. */
public final class RunningDesk implements AutoCloseable {
  public static final String PASSWORD = "a long password";

  /** From this machine, and with patience: a page may be held back until a browser has looked. */
  private static final FetchLimits FETCH =
      new FetchLimits(
          "Demarche",
          100_000,
          Duration.ofMinutes(1),
          4,
          Duration.ZERO,
          Duration.ofMillis(100),
          1,
          true);

  private final Archive archive;
  private final Desk desk;

  private RunningDesk(Archive archive, Desk desk) {
    this.archive = archive;
    this.desk = desk;
  }

  /** Starts one on a free port, with the samples coded where they are wanted. */
  public static RunningDesk start(Path file, boolean demo, Optional<MailSettings> mail) {
    return start(file.toString(), demo, mail);
  }

  /** The same on any archive. */
  public static RunningDesk start(String address, boolean demo, Optional<MailSettings> mail) {
    return start(address, demo, mail, Clock.systemUTC());
  }

  /** The same by any clock. */
  public static RunningDesk start(
      String address, boolean demo, Optional<MailSettings> mail, Clock clock) {
    int port = freePort();
    Archive archive = new Archive(Database.open(address), clock);
    DeskSettings settings =
        new DeskSettings(
            "localhost",
            port,
            URI.create("http://localhost:" + port + "/"),
            mail,
            false,
            demo,
            FETCH);
    RunningDesk running = new RunningDesk(archive, Desk.start(settings, archive, clock));
    running.awaitDemo();
    return running;
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void awaitDemo() {
    DemoArchive demo = bean(DemoArchive.class);
    while (demo.state().running()) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    if (demo.state().failed()) {
      throw new IllegalStateException("the samples could not be coded");
    }
  }

  /** Makes an account with the password of all. */
  public void account(String name, Role role) {
    bean(Accounts.class)
        .register(
            new Application(
                name,
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "@example.org",
                PASSWORD),
            role,
            "en")
        .<Void>fold(
            done -> null,
            refused -> {
              throw new IllegalStateException(refused.reasons().toString());
            });
  }

  public <T> T bean(Class<T> type) {
    return desk.context().getBean(type);
  }

  public Archive archive() {
    return archive;
  }

  public URI address() {
    return desk.address();
  }

  @Override
  public void close() {
    desk.close();
    archive.close();
  }
}
