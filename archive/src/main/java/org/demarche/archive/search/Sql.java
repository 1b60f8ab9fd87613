package org.demarche.archive.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.archive.store.Dialect;
import org.demarche.archive.store.Filter;

/** Queries as conditions in SQL. */
final class Sql {
  private final Dialect dialect;

  Sql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The condition on {@code event e}; words are looked for in the event's sentence. */
  Filter events(Query query) {
    return condition(query, this::eventLeaf, "e.sentence_id IN", "sentence_text");
  }

  /**
   * The condition on {@code vote e}: who takes part is the voter, and as recipient whom the
   * resolution is directed against. What only events have, no vote has.
   */
  Filter votes(Query query) {
    return condition(query, this::voteLeaf, "e.sentence_id IN", "sentence_text");
  }

  /** The condition on {@code article a}; what is said of events must hold for one and the same. */
  Filter articles(Query query) {
    if (query instanceof Query.And and) {
      List<Query> about = and.queries().stream().filter(Sql::isAboutEvents).toList();
      List<Query> rest =
          new ArrayList<>(and.queries().stream().filter(q -> !isAboutEvents(q)).toList());
      boolean onlyNot = about.stream().allMatch(q -> q instanceof Query.Not);
      List<Filter> filters = new ArrayList<>();
      if (onlyNot) {
        about.forEach(q -> filters.add(articles(q)));
      } else if (!about.isEmpty()) {
        filters.add(someEvent(new Query.And(about)));
      }
      rest.forEach(q -> filters.add(articles(q)));
      return joined(filters, " AND ");
    }
    if (isAboutEvents(query)) {
      return query instanceof Query.Not not ? not(someEvent(not.query())) : someEvent(query);
    }
    if (query instanceof Query.Or or && !isText(query)) {
      return joined(or.queries().stream().map(this::articles).toList(), " OR ");
    }
    if (query instanceof Query.Not not) {
      return not(articles(not.query()));
    }
    return condition(query, Sql::articleLeaf, "a.id IN", "article_text");
  }

  private Filter someEvent(Query query) {
    Filter inner = events(query);
    Filter coded =
        new Filter(
            "a.id IN (SELECT e.article_id FROM event e WHERE e.current = 1 AND "
                + inner.sql()
                + ")",
            inner.values());
    return isAboutParties(query) ? joined(List.of(coded, named(query)), " OR ") : coded;
  }

  /** What is not coded for events is found by whom it names, at either side. */
  private static Filter named(Query query) {
    if (query instanceof Query.And and) {
      return joined(and.queries().stream().map(Sql::named).toList(), " AND ");
    }
    if (query instanceof Query.Or or) {
      return joined(or.queries().stream().map(Sql::named).toList(), " OR ");
    }
    Query.Party party = (Query.Party) query;
    return naming(
        party.code(),
        party.name(),
        " AND NOT EXISTS (SELECT 1 FROM coding c WHERE c.version_id = v.id)");
  }

  private static Filter naming(String code, String name, String and) {
    Filter who =
        code.isEmpty()
            ? new Filter("lower(m.name) LIKE ? ESCAPE '!'", List.of("%" + escaped(name) + "%"))
            : new Filter("m.code = ?", List.of(code));
    return new Filter(
        "a.id IN (SELECT v.article_id FROM mention m JOIN article_version v ON v.id = m.version_id"
            + " JOIN article n ON n.id = v.article_id AND n.version = v.number WHERE "
            + who.sql()
            + and
            + ")",
        who.values());
  }

  private static boolean isAboutParties(Query query) {
    if (query instanceof Query.And and) {
      return and.queries().stream().allMatch(Sql::isAboutParties);
    }
    if (query instanceof Query.Or or) {
      return or.queries().stream().allMatch(Sql::isAboutParties);
    }
    return query instanceof Query.Party party
        && party.sector().isEmpty()
        && !party.code().equals("~");
  }

  private static boolean isAboutEvents(Query query) {
    if (query instanceof Query.And and) {
      return and.queries().stream().allMatch(Sql::isAboutEvents);
    }
    if (query instanceof Query.Or or) {
      return or.queries().stream().allMatch(Sql::isAboutEvents);
    }
    if (query instanceof Query.Not not) {
      return isAboutEvents(not.query());
    }
    return query instanceof Query.Party
        || query instanceof Query.Attribute
        || query instanceof Query.Dated
        || query instanceof Query.Located;
  }

  private Filter condition(
      Query query, Function<Query, Filter> leaf, String rowIn, String textTable) {
    if (query instanceof Query.Everything) {
      return new Filter("1 = 1", List.of());
    }
    if (isText(query)) {
      return text(query, rowIn, textTable);
    }
    if (query instanceof Query.Not not) {
      return not(condition(not.query(), leaf, rowIn, textTable));
    }
    if (query instanceof Query.And and) {
      return joined(each(and.queries(), leaf, rowIn, textTable), " AND ");
    }
    if (query instanceof Query.Or or) {
      return joined(each(or.queries(), leaf, rowIn, textTable), " OR ");
    }
    return leaf.apply(query);
  }

  private List<Filter> each(
      List<Query> queries, Function<Query, Filter> leaf, String rowIn, String textTable) {
    return queries.stream().map(q -> condition(q, leaf, rowIn, textTable)).toList();
  }

  /** What is not known is not the case. */
  private static Filter not(Filter filter) {
    return new Filter("(" + filter.sql() + ") IS NOT TRUE", filter.values());
  }

  private static Filter joined(List<Filter> filters, String by) {
    return new Filter(
        filters.stream().map(Filter::sql).collect(Collectors.joining(by, "(", ")")),
        filters.stream().flatMap(f -> f.values().stream()).toList());
  }

  private Filter eventLeaf(Query query) {
    if (query instanceof Query.Party party) {
      return party(party, "actor", "recipient");
    }
    if (query instanceof Query.Attribute attribute) {
      return attribute(attribute);
    }
    if (query instanceof Query.Located located) {
      return located.country().isEmpty()
          ? new Filter("e.place LIKE ? ESCAPE '!'", List.of(escaped(located.name()) + "%"))
          : new Filter("e.country = ?", List.of(located.country()));
    }
    if (query instanceof Query.Published) {
      Filter article = articleLeaf(query);
      return new Filter(article.sql().replace("a.", "e."), article.values());
    }
    return sharedLeaf(query);
  }

  private Filter voteLeaf(Query query) {
    if (query instanceof Query.Party party) {
      return party(party, "voter", "against");
    }
    if (query instanceof Query.Voted voted) {
      return oneOf("e.position", voted.positions());
    }
    if (query instanceof Query.Attribute || query instanceof Query.Located) {
      return new Filter("1 = 0", List.of());
    }
    return sharedLeaf(query);
  }

  /** What is alike for events and votes. */
  private static Filter sharedLeaf(Query query) {
    if (query instanceof Query.Dated dated) {
      Filter from =
          dated
              .first()
              .map(day -> new Filter("e.first_day >= ?", List.of(day.toString())))
              .orElse(new Filter("e.first_day > ''", List.of()));
      return dated
          .last()
          .map(
              day ->
                  from.and(
                      // The second follows from the third and lets the index end.
                      new Filter(
                          "e.first_day <= ? AND e.last_day <= ?",
                          List.of(day.toString(), day.toString()))))
          .orElse(from);
    }
    Filter article = articleLeaf(query);
    return new Filter(
        "e.article_id IN (SELECT a.id FROM article a WHERE " + article.sql() + ")",
        article.values());
  }

  private static Filter party(Query.Party party, String actor, String recipient) {
    return switch (party.side()) {
      case ACTOR -> party(party, actor);
      case RECIPIENT -> party(party, recipient);
      case EITHER -> joined(List.of(party(party, actor), party(party, recipient)), " OR ");
    };
  }

  private static Filter party(Query.Party party, String side) {
    List<Filter> filters = new ArrayList<>();
    if (!party.name().isEmpty()) {
      filters.add(
          new Filter(
              "e." + side + "_name LIKE ? ESCAPE '!'", List.of("%" + escaped(party.name()) + "%")));
    }
    if (party.code().equals("~")) {
      filters.add(new Filter("e." + side + " = ''", List.of()));
    } else if (!party.code().isEmpty()) {
      filters.add(new Filter("e." + side + " = ?", List.of(party.code())));
    }
    if (!party.sector().isEmpty()) {
      filters.add(
          new Filter(
              "e." + side + "_sectors LIKE ? ESCAPE '!'",
              List.of("% " + escaped(party.sector()) + " %")));
    }
    return joined(filters, " AND ");
  }

  private static Filter attribute(Query.Attribute attribute) {
    return switch (attribute.column()) {
      case TYPE -> oneOf("e.type", attribute.values());
      case MODE -> oneOf("e.mode", attribute.values());
      case STATUS -> oneOf("e.status", attribute.values());
      case RULE -> oneOf("e.rule", attribute.values());
      case VERDICT -> oneOf("e.verdict", attribute.values());
      case QUAD -> oneOf("e.quad", attribute.values().stream().map(Integer::valueOf).toList());
      case CONTEXT -> like("e.contexts", attribute.values(), "% ", " %");
      case CAMEO -> like("e.cameo", attribute.values(), "", "%");
    };
  }

  private static Filter oneOf(String column, List<?> values) {
    if (values.size() == 1) {
      return new Filter(column + " = ?", List.copyOf(values));
    }
    String marks = values.stream().map(v -> "?").collect(Collectors.joining(", "));
    return new Filter(column + " IN (" + marks + ")", List.copyOf(values));
  }

  private static Filter like(String column, List<String> values, String before, String after) {
    return joined(
        values.stream()
            .map(
                v ->
                    new Filter(
                        column + " LIKE ? ESCAPE '!'",
                        List.<Object>of(before + escaped(v) + after)))
            .toList(),
        " OR ");
  }

  /** By {@code !}: a backslash at the end of a literal is read by JDBI as one that goes on. */
  private static String escaped(String value) {
    return value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static Filter articleLeaf(Query query) {
    if (query instanceof Query.Published published) {
      List<Filter> filters = new ArrayList<>();
      filters.add(
          published
              .first()
              .map(d -> new Filter("a.published >= ?", List.of(d.toString())))
              .orElse(new Filter("a.published > ''", List.of())));
      published
          .last()
          .ifPresent(d -> filters.add(new Filter("a.published <= ?", List.of(d.toString()))));
      return joined(filters, " AND ");
    }
    if (query instanceof Query.From from) {
      String position = from.original() ? "= 0" : "> 0";
      return new Filter(
          "a.id IN (SELECT v.article_id FROM article_version v JOIN hop h ON h.version_id = v.id"
              + " WHERE h.position "
              + position
              + " AND (h.host = ? OR h.name_key = ? OR h.host LIKE ? ESCAPE '!'))",
          List.of(from.outlet(), from.outlet(), escaped(from.outlet()) + ".%"));
    }
    if (query instanceof Query.Voted voted) {
      Filter position = oneOf("w.position", voted.positions());
      return new Filter(
          "a.id IN (SELECT w.article_id FROM vote w WHERE w.current = 1 AND "
              + position.sql()
              + ")",
          position.values());
    }
    if (query instanceof Query.Named named) {
      return naming(named.code(), named.name(), "");
    }
    if (query instanceof Query.Language language) {
      return new Filter("a.language = ?", List.of(language.code()));
    }
    throw new IllegalArgumentException("not about articles: " + query);
  }

  private static boolean isText(Query query) {
    if (query instanceof Query.And and) {
      return and.queries().stream().allMatch(Sql::isText);
    }
    if (query instanceof Query.Or or) {
      return or.queries().stream().allMatch(Sql::isText);
    }
    return query instanceof Query.Words;
  }

  private Filter text(Query query, String rowIn, String table) {
    return switch (dialect) {
      case SQLITE ->
          new Filter(
              rowIn + " (SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?)",
              List.of(fts5(query)));
      case POSTGRESQL -> {
        Filter inner = tsQuery(query);
        yield new Filter(
            rowIn + " (SELECT id FROM " + table + " WHERE vector @@ " + inner.sql() + ")",
            inner.values());
      }
    };
  }

  /** In the language of FTS5; words hold letters and digits only. */
  private static String fts5(Query query) {
    if (query instanceof Query.And and) {
      return and.queries().stream().map(Sql::fts5).collect(Collectors.joining(" AND ", "(", ")"));
    }
    if (query instanceof Query.Or or) {
      return or.queries().stream().map(Sql::fts5).collect(Collectors.joining(" OR ", "(", ")"));
    }
    Query.Words words = (Query.Words) query;
    return "\"" + String.join(" ", words.words()) + "\"" + (words.prefix() ? " *" : "");
  }

  private static Filter tsQuery(Query query) {
    if (query instanceof Query.And and) {
      return joined(and.queries().stream().map(Sql::tsQuery).toList(), " && ");
    }
    if (query instanceof Query.Or or) {
      return joined(or.queries().stream().map(Sql::tsQuery).toList(), " || ");
    }
    Query.Words words = (Query.Words) query;
    return new Filter(
        "to_tsquery('demarche', ?)",
        List.of(String.join(" <-> ", words.words()) + (words.prefix() ? ":*" : "")));
  }
}
