package org.demarche.desk.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads what a request asks for. Thread-safe. */
@Component
final class Asked {
  static final int MOST = 500;

  private final Search search;

  Asked(Search search) {
    this.search = search;
  }

  /**
   * A query and filters beside it, each of which must hold.
   *
   * @param filters a field of the query language to its value, null where it is not asked for
   * @throws ProblemException that points at the character where it goes wrong
   */
  Query query(String q, Map<String, String> filters) {
    List<Query> all = new ArrayList<>();
    all.add(parse("q", q == null ? "" : q));
    filters.forEach(
        (field, value) -> {
          if (value != null && !value.isBlank()) {
            all.add(parse(field, field + ":\"" + value.replace("\"", "") + "\""));
          }
        });
    return all.size() == 1 ? all.get(0) : new Query.And(all);
  }

  private Query parse(String parameter, String typed) {
    return search
        .parse(typed)
        .fold(
            Parsed.Understood::query,
            mistake -> {
              throw ProblemException.of(mistake, parameter);
            });
  }

  /** How many items a page has, 1 to {@link #MOST}. */
  static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw mistyped("limit", "a number from 1 to " + MOST);
    }
    return limit;
  }

  /** A moment with its offset, or a day, which begins in UTC. */
  static Instant moment(String name, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          // A plus that was not written as %2B arrives as a blank.
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw mistyped(name, "a moment such as 2022-05-16T07:00:00Z or a day");
    }
  }

  static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw mistyped(name, "a day such as 2022-05-16");
    }
  }

  static ProblemException mistyped(String name, String wanted) {
    return ProblemException.of(
        HttpStatus.BAD_REQUEST,
        "A parameter cannot be understood",
        "The parameter " + name + " is " + wanted + ".");
  }
}
