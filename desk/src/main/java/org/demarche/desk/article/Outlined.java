package org.demarche.desk.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.outline.Outline;
import org.demarche.press.outline.Outliner;

/**
 * The outline of an argument with the events under each of its points.
 *
 * @param what what is numbered, in the plural as the article names it; empty where it does not say
 * @param lead the sentence that leads up to the points; empty where there is none
 * @param announced how many the article says there are
 */
public record Outlined(String what, String lead, OptionalInt announced, List<Point> points) {
  public Outlined {
    Objects.requireNonNull(what);
    Objects.requireNonNull(lead);
    Objects.requireNonNull(announced);
    points = List.copyOf(points);
  }

  /**
   * A point.
   *
   * @param heading the words that it begins with
   * @param span all that belongs to it, in characters of the text
   * @param events those that its words tell, in the order of the text
   */
  public record Point(
      int number, String heading, CharSpan span, List<StoredEvent> events, List<Outlined> inner) {
    public Point {
      Objects.requireNonNull(heading);
      Objects.requireNonNull(span);
      events = List.copyOf(events);
      inner = List.copyOf(inner);
    }

    /** The events by the words that tell them: a meeting of three is told once. */
    public List<Told> told() {
      Map<List<Object>, List<StoredEvent>> byWords = new LinkedHashMap<>();
      for (StoredEvent event : events) {
        byWords
            .computeIfAbsent(
                List.of(event.event().evidence().predicate(), event.event().type()),
                k -> new ArrayList<>())
            .add(event);
      }
      return byWords.values().stream().map(Told::new).toList();
    }
  }

  /** Events of one type that the same words tell. */
  public record Told(List<StoredEvent> events) {
    public Told {
      events = List.copyOf(events);
    }

    public StoredEvent first() {
      return events.get(0);
    }

    /** Who to whom; all who take part where there are several. */
    public String who() {
      return events.size() == 1
          ? first().event().dyad().replace(" -> ", " → ")
          : events.stream()
              .flatMap(e -> Stream.of(e.event().actor(), e.event().recipient()))
              .flatMap(Optional::stream)
              .map(q -> q.party().code().isEmpty() ? q.text() : q.party().code())
              .distinct()
              .collect(Collectors.joining(", "));
    }
  }

  /** The outlines of an article; none where it is not in English. */
  static List<Outlined> of(Outliner outliner, Article article, List<StoredEvent> events) {
    return of(outliner.read(article), article.text(), events);
  }

  private static List<Outlined> of(List<Outline> outlines, String text, List<StoredEvent> events) {
    return outlines.stream()
        .map(
            o ->
                new Outlined(
                    o.what(),
                    o.lead().map(l -> flat(l.of(text))).orElse(""),
                    o.announced(),
                    o.points().stream().map(p -> point(p, text, events)).toList()))
        .toList();
  }

  private static Point point(Outline.Point point, String text, List<StoredEvent> events) {
    List<StoredEvent> within =
        events.stream()
            .filter(e -> point.span().contains(e.event().evidence().predicate()))
            .toList();
    return new Point(
        point.number(),
        flat(point.heading().of(text)),
        point.span(),
        within,
        of(point.inner(), text, within));
  }

  private static String flat(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }

  /** Where the points begin, those of inner outlines too. */
  static Set<Integer> starts(List<Outlined> outlines) {
    Set<Integer> starts = new HashSet<>();
    List<Outlined> all = new ArrayList<>(outlines);
    for (int i = 0; i < all.size(); i++) {
      for (Point point : all.get(i).points()) {
        starts.add(point.span().start());
        all.addAll(point.inner());
      }
    }
    return starts;
  }
}
