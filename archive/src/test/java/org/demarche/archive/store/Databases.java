package org.demarche.archive.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * New, empty databases for tests: SQLite files, and databases of a real PostgreSQL server, started
 * once. The server is that of {@code -Ddemarche.postgres=URL} or an embedded one; where neither
 * runs the test is skipped, unless {@code -Ddemarche.postgres=required}.
 */
public final class Databases {
  private static final String WANTED = System.getProperty("demarche.postgres", "");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  private static final class Server {
    private static final Optional<String> ADDRESS = start();

    private static Optional<String> start() {
      if (WANTED.contains(":")) {
        return Optional.of(WANTED);
      }
      try {
        // Stopped by the hook that it registers.
        return Optional.of(EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres"));
      } catch (IOException | IllegalStateException e) {
        if (WANTED.equals("required")) {
          throw new UncheckedIOException("PostgreSQL does not start", new IOException(e));
        }
        System.err.println("PostgreSQL does not start, its tests are skipped: " + e.getMessage());
        return Optional.empty();
      }
    }
  }

  /** The address of a new database, to be opened by {@link Archive#open}. */
  public static String fresh(Dialect dialect, Path folder) {
    String name = "t" + COUNT.incrementAndGet() + "_" + ProcessHandle.current().pid();
    if (dialect == Dialect.SQLITE) {
      return folder.resolve(name + ".db").toString();
    }
    Assumptions.assumeTrue(
        Server.ADDRESS.isPresent(), "no PostgreSQL server: it does not start here");
    String address = Server.ADDRESS.orElseThrow();
    try (Connection connection = DriverManager.getConnection(address)) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return address.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }
}
