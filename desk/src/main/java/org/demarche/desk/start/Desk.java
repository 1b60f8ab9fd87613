package org.demarche.desk.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.demarche.archive.intake.Failures;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Corrections;
import org.demarche.archive.store.Database;
import org.demarche.archive.tally.Tally;
import org.demarche.desk.mail.Mailer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The desk: web pages on an archive. */
public final class Desk implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final URI address;

  private Desk(ConfigurableApplicationContext context, URI address) {
    this.context = context;
    this.address = address;
  }

  /**
   * Starts it; once this returns, pages are served.
   *
   * @param archive stays the caller's to close, after the desk
   * @param clock says what time it is
   * @throws DeskException when it cannot start, with what to do
   */
  public static Desk start(DeskSettings settings, Archive archive, Clock clock) {
    checkFree(settings);
    SpringApplication application = new SpringApplication(DeskApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    // The command closes it, in order with the archive.
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(Clock.class, () -> clock);
          beans.registerBean(DeskSettings.class, () -> settings);
          beans.registerBean(Archive.class, () -> archive, b -> b.setDestroyMethodName(""));
          beans.registerBean(Database.class, archive::database, b -> b.setDestroyMethodName(""));
          beans.registerBean(Corrections.class, () -> new Corrections(archive.database(), clock));
          beans.registerBean(Search.class, () -> new Search(archive, clock));
          beans.registerBean(Feeds.class, () -> new Feeds(archive.database(), clock));
          beans.registerBean(Failures.class, () -> new Failures(archive.database(), clock));
          beans.registerBean(Tally.class, () -> new Tally(archive, beans.getBean(Search.class)));
          beans.registerBean(Mailer.class, () -> new Mailer(settings.mail()));
        });
    return new Desk(application.run(), settings.address());
  }

  /** Said before anything is loaded, and in words. */
  private static void checkFree(DeskSettings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
    } catch (UnknownHostException e) {
      throw new DeskException("this machine has no address " + settings.host(), e);
    } catch (IOException e) {
      throw new DeskException(
          "cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + " ("
              + e.getMessage()
              + "); is a desk running already? --port N takes another port",
          e);
    }
  }

  private static Map<String, Object> properties(DeskSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", settings.host());
    properties.put("server.port", settings.port());
    properties.put("server.forward-headers-strategy", settings.proxied() ? "native" : "none");
    return properties;
  }

  /** Where readers find it. */
  public URI address() {
    return address;
  }

  /** Answers what has been asked, then ends. */
  @Override
  public void close() {
    context.close();
  }

  /** For tests: what has been put together. */
  ConfigurableApplicationContext context() {
    return context;
  }
}
