package org.demarche.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of earlier days are brought up to date with what is in them. */
class MigrationTest {
  @TempDir Path folder;

  @Test
  void eventsOfBeforeKnowWhenTheyWereFirstRead() throws Exception {
    String file = folder.resolve("old.db").toString();
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, "", "")
        .locations(
            "classpath:org/demarche/archive/store/migration/common",
            "classpath:org/demarche/archive/store/migration/sqlite")
        .placeholders(Dialect.SQLITE.placeholders())
        .target("2")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "INSERT INTO article VALUES (1, 'a', 1, '2022-01-01', '2022-01-01', '', 'en', '', NULL,"
                  + " '', '', 1)",
              "INSERT INTO article_version VALUES (1, 1, 1, 'h', '2022-01-01T00:00:00.000Z', '', '{}')",
              "INSERT INTO run VALUES (1, 'one', '', '', ''), (2, 'two', '', '', ''), (3, 'person', '', '', '')",
              "INSERT INTO coding VALUES (1, 1, '2022-01-02T00:00:00.000Z'), (1, 2, '2022-02-02T00:00:00.000Z')",
              "INSERT INTO correction VALUES (1, 1, 1, 'other', 'add', NULL, '{}', NULL, 'A',"
                  + " '2022-03-03T00:00:00.000Z', '')",
              event(1, "same", 1, 0),
              event(2, "same", 2, 0),
              event(3, "other", 3, 1))) {
        statement.execute(sql);
      }
    }
    try (Database database = Database.open(file)) {
      List<String> added =
          database.read(
              h -> h.createQuery("SELECT added FROM event ORDER BY id").mapTo(String.class).list());
      assertThat(added)
          .containsExactly(
              "2022-01-02T00:00:00.000Z", "2022-01-02T00:00:00.000Z", "2022-03-03T00:00:00.000Z");
    }
  }

  private static String event(int id, String key, int run, int person) {
    return "INSERT INTO event VALUES ("
        + id
        + ", '"
        + key
        + "', 1, 1, "
        + run
        + ", 1, "
        + person
        + ", 'none', NULL, 'AGREE', '', '', 1, '', NULL, 'happened', '', '', '', '', '', '', '',"
        + " '', 'unknown', '', '', '', '', NULL)";
  }
}
