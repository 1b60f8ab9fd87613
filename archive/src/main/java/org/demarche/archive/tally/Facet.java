package org.demarche.archive.tally;

import java.util.List;
import java.util.Locale;

/** What the results of a query are counted by, so that it can be narrowed. */
public enum Facet {
  TYPE("type", "e.type"),
  QUAD("quad", "e.quad"),
  ACTOR("actor", "e.actor"),
  RECIPIENT("recipient", "e.recipient"),
  STATUS("status", "e.status"),
  COUNTRY("place", "e.country"),
  /** The month of the event, where its date lies within one. */
  MONTH(
      "date",
      "CASE WHEN substr(e.first_day, 1, 7) = substr(e.last_day, 1, 7)"
          + " THEN substr(e.first_day, 1, 7) ELSE '' END"),
  SOURCE("source", "a.source"),
  LANGUAGE("lang", "a.language"),
  /** The month of publication. */
  PUBLISHED("published", "substr(a.published, 1, 7)");

  /** What events are counted by. */
  public static final List<Facet> OF_EVENTS =
      List.of(TYPE, QUAD, ACTOR, RECIPIENT, MONTH, COUNTRY, STATUS, SOURCE, LANGUAGE);

  /** What articles are counted by. */
  public static final List<Facet> OF_ARTICLES = List.of(SOURCE, PUBLISHED, LANGUAGE);

  private final String field;
  private final String column;

  Facet(String field, String column) {
    this.field = field;
    this.column = column;
  }

  /** The field of the query language that narrows to one value. */
  public String field() {
    return field;
  }

  /** The name as message keys end. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String column() {
    return column;
  }

  boolean isOfArticle() {
    return column.contains("a.");
  }

  /** Months are listed from the latest, all else from the most frequent. */
  boolean isOfTime() {
    return this == MONTH || this == PUBLISHED;
  }

  /**
   * One value and how many have it.
   *
   * @param value never empty
   */
  public record Count(String value, long count) {}
}
