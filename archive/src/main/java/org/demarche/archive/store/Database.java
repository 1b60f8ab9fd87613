package org.demarche.archive.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database under an archive: an SQLite file or a PostgreSQL database. Thread-safe.
 *
 * <p>SQLite runs with a write-ahead log, so that readers do not wait for the writer, and with full
 * synchronising: a transaction that has returned is on the disk, also when the power fails. One
 * synchronisation a transaction is cheap when many articles go into one.
 */
public final class Database implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:org/demarche/archive/store/migration/";

  /** The newest migration. */
  static final String VERSION = "5";

  private static final int CONNECTIONS = 8;
  private static final int ROWS_AT_A_TIME = 1000;

  private final String name;
  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /** SQLite takes one writer at a time; who waits here waits in order. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private Database(String name, Dialect dialect, DataSource source) {
    this.name = name;
    this.dialect = dialect;
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setPoolName("archive");
    this.pool = new HikariDataSource(config);
    this.jdbi = Jdbi.create(pool);
    if (dialect == Dialect.SQLITE) {
      jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
    }
  }

  /**
   * Opens a database and brings its schema up to date.
   *
   * @param fileOrUrl an SQLite file, made when it is not there, or a PostgreSQL address: {@code
   *     postgresql://user:password@host:5432/name} or {@code jdbc:postgresql:…}
   * @throws ArchiveException when it cannot be opened or was written by a newer Demarche
   */
  public static Database open(String fileOrUrl) {
    boolean postgres = fileOrUrl.matches("(jdbc:)?postgres(ql)?:.*");
    String shown = fileOrUrl.replaceFirst("//[^/@]*@", "//").replaceFirst("\\?.*", "");
    try {
      Database database =
          postgres
              ? new Database(shown, Dialect.POSTGRESQL, postgres(fileOrUrl))
              : new Database(shown, Dialect.SQLITE, sqlite(Path.of(fileOrUrl)));
      try {
        database.migrate();
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
      return database;
    } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      throw new ArchiveException("cannot open the archive " + shown + ": " + cause(e), e);
    } catch (IOException e) {
      throw new ArchiveException("cannot make the archive " + shown + ": " + e.getMessage(), e);
    }
  }

  private static String cause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip();
  }

  private static DataSource sqlite(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // A transaction that reads first and writes then would fail when another has written between.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(60_000);
    config.enforceForeignKeys(true);
    config.setCacheSize(-32_000);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static DataSource postgres(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setDefaultRowFetchSize(ROWS_AT_A_TIME);
    if (address.startsWith("jdbc:")) {
      source.setUrl(address);
      return source;
    }
    URI uri = URI.create(address);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    source.setUrl("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query);
    if (uri.getUserInfo() != null) {
      String[] user = uri.getUserInfo().split(":", 2);
      source.setUser(user[0]);
      if (user.length > 1) {
        source.setPassword(user[1]);
      }
    }
    return source;
  }

  private void migrate() {
    // Flyway takes half a second to find out that there is nothing to do.
    if (isUpToDate()) {
      return;
    }
    Flyway.configure()
        .dataSource(pool)
        .locations(MIGRATIONS + "common", MIGRATIONS + dialect.folder())
        .placeholders(dialect.placeholders())
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  private boolean isUpToDate() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")) {
      return rows.next() && VERSION.equals(rows.getString(1));
    } catch (SQLException e) {
      return false;
    }
  }

  /** The database without its password, for people to read. */
  public String name() {
    return name;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Runs reading statements. What they read is of one moment for each statement. */
  public <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(
        handle -> {
          if (dialect == Dialect.SQLITE) {
            return work.apply(handle);
          }
          // Only within a transaction are rows handed over in portions.
          return handle.inTransaction(work::apply);
        });
  }

  /** Runs statements as one transaction: all of them are on the disk when this returns, or none. */
  public <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      return jdbi.inTransaction(work::apply);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
