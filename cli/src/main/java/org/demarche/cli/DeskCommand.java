package org.demarche.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.demarche.archive.store.Archive;
import org.demarche.desk.start.Desk;
import org.demarche.desk.start.DeskException;
import org.demarche.desk.start.DeskSettings;
import org.demarche.desk.start.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche desk}: the archive as web pages. */
@Command(
    name = "desk",
    description = "Opens the archive as web pages: to read, check, discuss.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "The first visitor makes the account that administers. Ctrl-C ends the desk.",
      "Without --archive an empty archive is filled with samples.",
      "",
      "Examples:",
      "  demarche desk --open",
      "  demarche desk --archive my.db --port 9000",
      "  demarche desk --archive postgresql://user:password@host/name --config desk.properties"
    })
final class DeskCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ArchiveOptions archives;

  @Option(names = "--port", paramLabel = "N", description = "Listen here; by default 8080.")
  private Integer port;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings: host, address, proxied, smtp.host … (docs/desk.md).")
  private Path config;

  @Option(
      names = "--demo",
      negatable = true,
      description = "Fill an empty archive with samples, or do not.")
  private Boolean demo;

  @Option(names = "--open", description = "Open a browser.")
  private boolean open;

  DeskCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean samples = demo == null ? !archives.named() : demo;
    try {
      DeskSettings settings = settings(samples);
      try (Archive archive = archives.open();
          Desk desk = Desk.start(settings, archive, Clock.systemUTC())) {
        session.err().println("demarche: " + archive.database().name());
        session.err().println("demarche: the desk is open at " + desk.address());
        if (open) {
          browse(desk.address());
        }
        untilStopped(desk, archive);
      }
    } catch (DeskException e) {
      throw new UsageException(e.getMessage());
    }
    return 0;
  }

  private DeskSettings settings(boolean samples) {
    if (config != null) {
      return SettingsFile.read(config, Optional.ofNullable(port), samples);
    }
    return DeskSettings.local(port == null ? 8080 : port).withDemo(samples);
  }

  /** Waits for a signal; then what has been asked is answered, and everything is written. */
  private static void untilStopped(Desk desk, Archive archive) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  desk.close();
                  archive.close();
                },
                "stop"));
    new CountDownLatch(1).await();
  }

  private void browse(URI address) {
    String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    String[] command =
        system.contains("mac")
            ? new String[] {"open", address.toString()}
            : system.contains("win")
                ? new String[] {"rundll32", "url.dll,FileProtocolHandler", address.toString()}
                : new String[] {"xdg-open", address.toString()};
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      session.err().println("demarche: no browser could be opened; go to " + address);
    }
  }
}
