package org.demarche.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one handle for the next use: SQLite takes as long to prepare a statement
 * as to run it, and its driver keeps none. For one thread, as a handle is.
 */
final class KeptStatements extends DefaultStatementBuilder {
  /** Those not in use. A statement may be wanted again while its rows are being read. */
  private final Map<String, Deque<PreparedStatement>> free = new HashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    Deque<PreparedStatement> kept = free.get(sql);
    return kept == null || kept.isEmpty()
        ? super.create(connection, sql, context)
        : kept.removeLast();
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared) {
      prepared.clearParameters();
      prepared.clearBatch();
      free.computeIfAbsent(sql, s -> new ArrayDeque<>()).add(prepared);
    } else {
      super.close(connection, sql, statement);
    }
  }

  @Override
  public void close(Connection connection) {
    for (Deque<PreparedStatement> kept : free.values()) {
      for (PreparedStatement statement : kept) {
        try {
          statement.close();
        } catch (SQLException e) {
          throw new IllegalStateException("a statement cannot be closed", e);
        }
      }
    }
    free.clear();
  }
}
