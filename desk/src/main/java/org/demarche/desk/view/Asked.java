package org.demarche.desk.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;

/**
 * What a view is asked for. All of it stands in its address, so that it can be shared.
 *
 * @param path the view
 * @param q the query as typed
 * @param state what else stands in the address, by name, but for the place in a list of pages
 * @param parsed the query as it was understood, or what is wrong with it
 */
public record Asked(String path, String q, Map<String, String> state, Parsed parsed) {
  public Asked {
    Objects.requireNonNull(path);
    Objects.requireNonNull(q);
    Objects.requireNonNull(parsed);
    state = Map.copyOf(state);
  }

  /** The query; empty where it cannot be asked. */
  public Optional<Query> query() {
    return parsed.fold(u -> Optional.of(u.query()), m -> Optional.empty());
  }

  /** What is wrong with the query; empty where nothing is. */
  public Optional<Parsed.Mistake> mistake() {
    return parsed.fold(u -> Optional.empty(), m -> Optional.of(m));
  }

  /** The address of this view. */
  public String here() {
    return address(path, q, state);
  }

  /** The same with one thing of its state changed; an empty value leaves it out. */
  public String here(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(state);
    changed.put(name, value);
    return address(path, q, changed);
  }

  /** This view for another query. */
  public String with(String query) {
    return address(path, query, state);
  }

  /** Another view of the same query: {@code articles}, {@code votes}, or the name of its path. */
  public String tab(String name) {
    return name.equals("articles") || name.equals("votes")
        ? address("/search", q, Map.of("in", name))
        : address("/" + name, q, Map.of());
  }

  /** All events of the query. */
  public String download(String format) {
    return address("/events." + format, q, Map.of());
  }

  /** Those of them that a chart counts. */
  public String downloadCounted(String format) {
    return address("/events." + format, q, Map.of("count", count()));
  }

  private String count() {
    return state.getOrDefault("count", "acts");
  }

  /** The data behind this view. */
  public String data(String format) {
    return address(path + "." + format, q, state);
  }

  /** This view narrowed to one value of a field, or widened again where it is already. */
  public String narrowed(String field, String value) {
    String condition = Narrowing.condition(field, value);
    return with(
        Narrowing.has(q, condition)
            ? Narrowing.without(q, condition)
            : Narrowing.narrowed(q, condition));
  }

  /** Whether it is narrowed to this value of a field. */
  public boolean has(String field, String value) {
    return Narrowing.has(q, Narrowing.condition(field, value));
  }

  /** The events of this query that have one value of a field, as a table. */
  public String events(String field, String value) {
    String condition = Narrowing.condition(field, value);
    return address("/events", Narrowing.narrowed(q, condition), Map.of("count", count()));
  }

  /** The query for events between two, in either direction. */
  public static String between(String one, String other) {
    return Narrowing.between(one, other);
  }

  static String address(String path, String q, Map<String, String> state) {
    Map<String, String> all = new java.util.TreeMap<>(state);
    all.values().removeIf(String::isEmpty);
    Map<String, String> ordered = new LinkedHashMap<>();
    if (!q.isBlank()) {
      ordered.put("q", q);
    }
    ordered.putAll(all);
    String parameters =
        ordered.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }
}
