package org.demarche.archive.search;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.archive.store.Verdict;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Status;
import org.demarche.coder.event.Vote;
import org.demarche.coder.time.DayRange;

/** What may stand after {@code field:}. */
final class Fields {
  private static final String DAYS =
      "a day, month, year or span of them: 2022-03-05, 2022-03, 2022, 2022-03..2022-05, 2022-03..,"
          + " or a time up to today: P1W, P30D, P6M";

  private final Clock clock;
  private final Predicate<String> knownType;
  private final Ontology ontology = new Ontology();
  private final Map<String, Reader> readers = new LinkedHashMap<>();

  /** Reads a value, which is never blank. */
  private interface Reader {
    Query read(String value, int at) throws MistakeException;
  }

  Fields(Clock clock, Predicate<String> knownType) {
    this.clock = clock;
    this.knownType = knownType;
    readers.put("actor", (value, at) -> parties(Query.Side.ACTOR, value));
    readers.put("recipient", (value, at) -> parties(Query.Side.RECIPIENT, value));
    readers.put("party", (value, at) -> parties(Query.Side.EITHER, value));
    readers.put("names", (value, at) -> named(value));
    readers.put("type", this::types);
    readers.put("mode", (value, at) -> lower(Query.Column.MODE, value));
    readers.put("context", (value, at) -> lower(Query.Column.CONTEXT, value));
    readers.put("quad", Fields::quads);
    readers.put("cameo", (value, at) -> attribute(Query.Column.CAMEO, list(value)));
    readers.put("status", Fields::statuses);
    readers.put("date", (value, at) -> dated(value, at));
    readers.put("published", (value, at) -> published(value, at));
    readers.put("place", (value, at) -> place(value));
    readers.put("source", (value, at) -> outlets(true, value));
    readers.put("via", (value, at) -> outlets(false, value));
    readers.put(
        "lang",
        (value, at) -> or(list(value), v -> new Query.Language(v.toLowerCase(Locale.ROOT))));
    readers.put("rule", (value, at) -> attribute(Query.Column.RULE, list(value)));
    readers.put("verdict", Fields::verdicts);
    readers.put("vote", Fields::positions);
  }

  /**
   * The condition that a field and its value stand for.
   *
   * @param start where the name stands in the query
   * @param valueAt where the value does
   */
  Query query(String name, int start, String value, int valueAt) throws MistakeException {
    Reader reader = readers.get(name);
    if (reader == null) {
      throw new MistakeException(
          start,
          "no field is called '"
              + name
              + "'; there are "
              + String.join(", ", readers.keySet())
              + " (quote words that hold a colon)");
    }
    return reader.read(value, valueAt);
  }

  private static Query parties(Query.Side side, String value) {
    // A name may hold a comma, codes may not.
    return value.matches("[\\p{Lu}\\p{N}_~,/+]+")
        ? or(list(value), v -> coded(side, v))
        : new Query.Party(side, "", "", value.toLowerCase(Locale.ROOT));
  }

  private static Query named(String value) {
    return value.matches("[\\p{Lu}\\p{N}_,+]+")
        ? or(list(value), v -> new Query.Named(v, ""))
        : new Query.Named("", value.toLowerCase(Locale.ROOT));
  }

  private static Query coded(Query.Side side, String value) {
    int slash = value.indexOf('/');
    String code = slash < 0 ? value : value.substring(0, slash);
    return new Query.Party(side, code, slash < 0 ? "" : value.substring(slash + 1), "");
  }

  private Query types(String value, int at) throws MistakeException {
    List<String> types = list(value.toUpperCase(Locale.ROOT));
    for (String type : types) {
      if (ontology.quad(type).isEmpty() && !knownType.test(type)) {
        throw new MistakeException(
            at + value.toUpperCase(Locale.ROOT).indexOf(type),
            "no event has the type '"
                + type
                + "'; PLOVER's are "
                + "AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE,"
                + " REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT");
      }
    }
    return attribute(Query.Column.TYPE, types);
  }

  private static Query quads(String value, int at) throws MistakeException {
    List<String> quads = new ArrayList<>();
    for (String quad : list(value.toLowerCase(Locale.ROOT))) {
      switch (quad) {
        case "1", "2", "3", "4" -> quads.add(quad);
        case "cooperation" -> quads.addAll(List.of("1", "2"));
        case "conflict" -> quads.addAll(List.of("3", "4"));
        default ->
            throw new MistakeException(
                at,
                "quad is 1 (verbal cooperation), 2 (material cooperation), 3 (verbal conflict),"
                    + " 4 (material conflict), cooperation or conflict");
      }
    }
    return attribute(Query.Column.QUAD, quads);
  }

  private static Query statuses(String value, int at) throws MistakeException {
    List<String> known = Arrays.stream(Status.values()).map(Status::label).toList();
    List<String> statuses = new ArrayList<>();
    for (String status : list(value.toLowerCase(Locale.ROOT))) {
      if (status.equals("fact") || status.equals("facts")) {
        Arrays.stream(Status.values())
            .filter(Status::isFact)
            .map(Status::label)
            .forEach(statuses::add);
      } else if (known.contains(status)) {
        statuses.add(status);
      } else {
        throw new MistakeException(
            at, "status is " + String.join(", ", known) + " or facts (the first two)");
      }
    }
    return attribute(Query.Column.STATUS, statuses);
  }

  private static Query verdicts(String value, int at) throws MistakeException {
    List<String> known =
        Stream.of(Verdict.values()).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    List<String> verdicts = list(value.toLowerCase(Locale.ROOT));
    if (!known.containsAll(verdicts)) {
      throw new MistakeException(at, "verdict is " + String.join(", ", known));
    }
    return attribute(Query.Column.VERDICT, verdicts);
  }

  private static Query positions(String value, int at) throws MistakeException {
    List<String> known = Stream.of(Vote.Position.values()).map(Vote.Position::label).toList();
    List<String> positions = list(value.toLowerCase(Locale.ROOT));
    if (!known.containsAll(positions)) {
      throw new MistakeException(at, "vote is " + String.join(", ", known));
    }
    return new Query.Voted(positions);
  }

  private static Query place(String value) {
    return value.matches("[A-Z]{3}(,[A-Z]{3})*")
        ? or(list(value), v -> new Query.Located(v, ""))
        : new Query.Located("", value.toLowerCase(Locale.ROOT));
  }

  private static Query outlets(boolean original, String value) {
    return or(list(value), v -> new Query.From(original, v.toLowerCase(Locale.ROOT)));
  }

  private Query dated(String value, int at) throws MistakeException {
    List<Optional<LocalDate>> days = days(value, at);
    return new Query.Dated(days.get(0), days.get(1));
  }

  private Query published(String value, int at) throws MistakeException {
    List<Optional<LocalDate>> days = days(value, at);
    return new Query.Published(days.get(0), days.get(1));
  }

  /** First and last day, either of which may be open. */
  private List<Optional<LocalDate>> days(String value, int at) throws MistakeException {
    if (value.startsWith("P") || value.startsWith("p")) {
      LocalDate today = LocalDate.now(clock);
      try {
        Period period = Period.parse(value);
        if (period.isNegative() || period.isZero()) {
          throw new MistakeException(at, "not a time up to today; write " + DAYS);
        }
        return List.of(Optional.of(today.minus(period).plusDays(1)), Optional.of(today));
      } catch (DateTimeException | ArithmeticException e) {
        throw new MistakeException(at, "not a period; write " + DAYS);
      }
    }
    int dots = value.indexOf("..");
    if (dots < 0) {
      DayRange range = range(value, at);
      return List.of(Optional.of(range.first()), Optional.of(range.last()));
    }
    String from = value.substring(0, dots);
    String to = value.substring(dots + 2);
    if (from.isEmpty() && to.isEmpty()) {
      throw new MistakeException(at, "not a span; write " + DAYS);
    }
    Optional<LocalDate> first =
        from.isEmpty() ? Optional.empty() : Optional.of(range(from, at).first());
    Optional<LocalDate> last =
        to.isEmpty() ? Optional.empty() : Optional.of(range(to, at + dots + 2).last());
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw new MistakeException(at + dots + 2, "the span ends before it begins");
    }
    return List.of(first, last);
  }

  private static DayRange range(String value, int at) throws MistakeException {
    Optional<DayRange> range =
        value.matches("\\d{4}(-.*)?") ? DayRange.of(value) : Optional.empty();
    if (range.isEmpty()) {
      throw new MistakeException(at, "not a date; write " + DAYS);
    }
    return range.get();
  }

  private static Query lower(Query.Column column, String value) {
    return attribute(column, list(value.toLowerCase(Locale.ROOT)));
  }

  private static Query attribute(Query.Column column, List<String> values) {
    return new Query.Attribute(column, values);
  }

  /** Values parted by commas: any of them. */
  private static List<String> list(String value) {
    return Arrays.stream(value.split(",")).filter(v -> !v.isEmpty()).collect(Collectors.toList());
  }

  private static Query or(List<String> values, Function<String, Query> query) {
    List<Query> queries = values.stream().map(query).toList();
    return queries.size() == 1 ? queries.get(0) : new Query.Or(queries);
  }
}
