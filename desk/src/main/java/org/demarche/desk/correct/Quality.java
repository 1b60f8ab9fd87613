package org.demarche.desk.correct;

import java.util.List;
import org.demarche.archive.store.Database;
import org.springframework.stereotype.Component;

/** How often the machine was right, by what people have said of its events. Thread-safe. */
@Component
public final class Quality {
  private final Database database;

  public Quality(Database database) {
    this.database = database;
  }

  /**
   * Judged events of one type, or all.
   *
   * @param type empty for all types together
   */
  public record Measured(String type, long confirmed, long rejected, long changed) {
    public long judged() {
      return confirmed + rejected + changed;
    }

    /** The part that was right as it stood; not a number where nothing was judged. */
    public double precision() {
      return (double) confirmed / judged();
    }

    /** Ends of the interval that holds the true part in 95 of 100 cases (Wilson 1927). */
    public double low() {
      return centre() - margin();
    }

    public double high() {
      return centre() + margin();
    }

    private static final double Z = 1.96;

    private double centre() {
      return (precision() + Z * Z / (2 * judged())) / (1 + Z * Z / judged());
    }

    private double margin() {
      double n = judged();
      double p = precision();
      return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    }
  }

  /** All types together. */
  public Measured overall() {
    return measured("''").stream().findFirst().orElse(new Measured("", 0, 0, 0));
  }

  /** Each type that has been judged. */
  public List<Measured> byType() {
    return measured("e.type");
  }

  /** Each judged reading counts once, though several runs may have read it. */
  private List<Measured> measured(String type) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT "
                        + type
                        + " AS type, sum(CASE verdict WHEN 'confirmed' THEN 1 ELSE 0 END) AS c,"
                        + " sum(CASE verdict WHEN 'rejected' THEN 1 ELSE 0 END) AS r,"
                        + " sum(CASE verdict WHEN 'changed' THEN 1 ELSE 0 END) AS x"
                        + " FROM event e WHERE e.by_person = 0 AND e.verdict <> 'none'"
                        + " AND e.id = (SELECT max(o.id) FROM event o WHERE o.key = e.key"
                        + " AND o.by_person = 0 AND o.verdict <> 'none')"
                        + " GROUP BY 1 ORDER BY 1")
                .map(
                    (rs, c) ->
                        new Measured(
                            rs.getString("type"),
                            rs.getLong("c"),
                            rs.getLong("r"),
                            rs.getLong("x")))
                .list());
  }

  /** How many events people have added that the machine had missed. */
  public long added() {
    return database.read(
        h ->
            h.createQuery("SELECT count(*) FROM correction WHERE action = 'add'")
                .mapTo(Long.class)
                .one());
  }
}
