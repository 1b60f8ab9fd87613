package org.demarche.archive.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demarche.coder.code.Run;
import org.jdbi.v3.core.statement.Query;

/**
 * Which rows are wanted: a condition in SQL over the table {@code event e} (or {@code vote e}).
 *
 * @param sql with {@code ?} for each value
 */
public record Filter(String sql, List<Object> values) {
  public Filter {
    Objects.requireNonNull(sql);
    values = List.copyOf(values);
  }

  /** Everything that was ever read, by any run in any version. */
  public static Filter everything() {
    return new Filter("1 = 1", List.of());
  }

  /** What counts now. */
  public static Filter current() {
    return new Filter("e.current = 1", List.of());
  }

  /** What counts now in one article. */
  public static Filter article(long id) {
    return new Filter("e.current = 1 AND e.article_id = ?", List.of(id));
  }

  /** What one run read. */
  public static Filter run(Run run) {
    return new Filter(
        "e.run_id IN (SELECT id FROM run WHERE coder = ? AND codebook = ? AND parser = ?)",
        List.of(run.coder(), run.codebook(), run.parser()));
  }

  /** Rows that both want. */
  public Filter and(Filter other) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(other.values);
    return new Filter("(" + sql + ") AND (" + other.sql + ")", all);
  }

  /** The statement with the values put in; they must be its only ones. */
  public Query bind(Query statement) {
    for (int i = 0; i < values.size(); i++) {
      statement.bind(i, values.get(i));
    }
    return statement;
  }
}
