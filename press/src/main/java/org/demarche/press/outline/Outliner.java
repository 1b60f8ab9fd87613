package org.demarche.press.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.SentenceSplitter;
import org.demarche.press.outline.Outline.Point;

/**
 * Reads the numbered points of an English article: <em>First … Secondly … Thirdly</em>, <em>The
 * first factor is …</em>, <em>Measure 1</em>, <em>1) … 2) …</em>. Thread-safe.
 */
public final class Outliner {
  private static final String BREAK = "\n";

  private final MarkerFinder finder = new MarkerFinder();
  private final Announcements announcements = new Announcements();
  private final SentenceSplitter splitter = new SentenceSplitter();

  /** The outlines of an article; none where it is not in English. */
  public List<Outline> read(Article article) {
    return article.language().equals("en") ? read(article.title(), article.text()) : List.of();
  }

  /**
   * The outlines in the order of the text; those within a point of another stand there.
   *
   * @param title the article's, which may say how many points there are; may be empty
   * @param text paragraphs parted by line ends
   */
  public List<Outline> read(String title, String text) {
    List<List<Marker>> series = series(finder.find(text), text);
    if (series.isEmpty()) {
      return List.of();
    }
    List<CharSpan> sentences = splitter.split(text);
    List<Draft> drafts = new ArrayList<>();
    for (List<Marker> markers : series) {
      drafts.add(new Draft(points(markers, text, sentences), markers));
    }
    return outlines(title, text, sentences, drafts);
  }

  /** Points that are not yet put in their place. */
  private record Draft(List<Point> points, List<Marker> markers) {
    CharSpan span() {
      return points.get(0).span().cover(points.get(points.size() - 1).span());
    }
  }

  /** Markers that count on from one, each list for itself. */
  private static List<List<Marker>> series(List<Marker> markers, String text) {
    List<List<Marker>> all = new ArrayList<>();
    for (Marker.Style style : Marker.Style.values()) {
      Deque<List<Marker>> open = new ArrayDeque<>();
      for (Marker marker : markers) {
        if (marker.style() == style) {
          place(marker, open, all);
        }
      }
    }
    all.removeIf(s -> s.size() < 2 || (s.get(0).style() != Marker.Style.WORD && !near(s, text)));
    all.sort(java.util.Comparator.comparing(s -> s.get(0).span().start()));
    return all;
  }

  private static void place(Marker marker, Deque<List<Marker>> open, List<List<Marker>> all) {
    if (marker.number() == 1) {
      List<Marker> begun = new ArrayList<>(List.of(marker));
      open.push(begun);
      all.add(begun);
      return;
    }
    // A list within a point is over when the outer one goes on.
    for (Iterator<List<Marker>> lists = open.iterator(); lists.hasNext(); ) {
      List<Marker> list = lists.next();
      boolean last = marker.number() == Marker.LAST && list.size() >= 2;
      if ((last || marker.number() == list.size() + 1) && fits(list, marker)) {
        while (open.peek() != list) {
          open.pop();
        }
        list.add(marker);
        if (last) {
          open.pop();
        }
        return;
      }
    }
  }

  /** Reasons are not counted on by measures. */
  private static boolean fits(List<Marker> list, Marker marker) {
    return marker.what().isEmpty()
        || list.stream().allMatch(m -> m.what().isEmpty() || m.what().equals(marker.what()));
  }

  /** Figures in parentheses may be references too; those of a list have words between them. */
  private static boolean near(List<Marker> list, String text) {
    for (int i = 1; i < list.size(); i++) {
      String between = text.substring(list.get(i - 1).span().end(), list.get(i).span().start());
      if (between.strip().length() < 3) {
        return false;
      }
    }
    return true;
  }

  private static List<Point> points(List<Marker> markers, String text, List<CharSpan> sentences) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < markers.size(); i++) {
      Marker marker = markers.get(i);
      int start = marker.span().start();
      int end =
          i + 1 < markers.size()
              ? markers.get(i + 1).span().start()
              : end(markers, text, sentences);
      end = trimmed(text, start, Math.max(end, marker.span().end()));
      points.add(
          new Point(
              i + 1,
              marker.span(),
              heading(marker, end, text, sentences),
              new CharSpan(start, end),
              List.of()));
    }
    return points;
  }

  /** The last point ends with its paragraph, or its sentence where all stand in one. */
  private static int end(List<Marker> markers, String text, List<CharSpan> sentences) {
    int last = markers.get(markers.size() - 1).span().start();
    CharSpan sentence = sentence(last, sentences);
    if (sentence.start() <= markers.get(0).span().start()) {
      return sentence.end();
    }
    int paragraph = text.indexOf(BREAK, last);
    // A heading alone on its line is followed by what it heads.
    if (paragraph >= 0 && markers.get(0).headed() && alone(markers, text)) {
      int next = paragraph;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      paragraph = text.indexOf(BREAK, next);
    }
    return paragraph < 0 ? text.length() : paragraph;
  }

  private static boolean alone(List<Marker> markers, String text) {
    return markers.stream()
        .allMatch(
            m -> {
              int line = text.indexOf(BREAK, m.span().start());
              return line >= 0
                  && line - m.span().start() < 100
                  && ".!?".indexOf(text.charAt(line - 1)) < 0;
            });
  }

  private static CharSpan heading(Marker marker, int end, String text, List<CharSpan> sentences) {
    int from = marker.headed() ? marker.span().start() : marker.span().end();
    while (from < end
        && (Character.isWhitespace(text.charAt(from))
            || ",:;—–.".indexOf(text.charAt(from)) >= 0)) {
      from++;
    }
    int line = text.indexOf(BREAK, from);
    int to = Math.min(end, line < 0 ? end : Math.max(line, from));
    CharSpan sentence = sentence(from, sentences);
    if (sentence.end() > from) {
      to = Math.min(to, sentence.end());
    }
    to = trimmed(text, from, to);
    return from < to ? new CharSpan(from, to) : marker.span();
  }

  private static int trimmed(String text, int from, int to) {
    int end = to;
    while (end > from
        && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ';')) {
      end--;
    }
    return end;
  }

  private static CharSpan sentence(int at, List<CharSpan> sentences) {
    return sentences.stream()
        .filter(s -> s.start() <= at && at < s.end())
        .findFirst()
        .orElse(new CharSpan(at, at));
  }

  /** Puts each draft into the point that holds it, and gives it what the text says of it. */
  private List<Outline> outlines(
      String title, String text, List<CharSpan> sentences, List<Draft> drafts) {
    List<Outline> outlines = new ArrayList<>();
    for (Draft draft : drafts) {
      if (drafts.stream().noneMatch(d -> !d.equals(draft) && holds(d, draft))) {
        outlines.add(outline(title, text, sentences, 0, draft, drafts));
      }
    }
    return outlines;
  }

  private static boolean holds(Draft outer, Draft inner) {
    return outer.points().stream().anyMatch(p -> holds(p, inner));
  }

  private static boolean holds(Point point, Draft inner) {
    return point.span().contains(inner.span()) && point.marker().start() < inner.span().start();
  }

  private Outline outline(
      String title,
      String text,
      List<CharSpan> sentences,
      int from,
      Draft draft,
      List<Draft> drafts) {
    List<Point> points =
        draft.points().stream()
            .map(
                p ->
                    new Point(
                        p.number(),
                        p.marker(),
                        p.heading(),
                        p.span(),
                        directly(p, drafts).stream()
                            .map(d -> outline("", text, sentences, p.span().start(), d, drafts))
                            .toList()))
            .toList();
    Announcements.Announced announced =
        announcements.before(
            title, text, within(sentences, from, draft.span().start()), points.size());
    String what =
        draft.markers().stream()
            .map(Marker::what)
            .filter(w -> !w.isEmpty())
            .findFirst()
            .map(Countable::plural)
            .orElse(announced.what());
    return new Outline(what, announced.lead(), announced.count(), points);
  }

  /** What is read before the first point: the sentences from one place on to another. */
  private static List<CharSpan> within(List<CharSpan> sentences, int from, int to) {
    return sentences.stream()
        .filter(s -> s.end() > from && s.start() < to)
        .map(s -> new CharSpan(Math.max(s.start(), from), Math.min(s.end(), to)))
        .toList();
  }

  /** The drafts within a point that no smaller one within it holds. */
  private static List<Draft> directly(Point point, List<Draft> drafts) {
    List<Draft> within = drafts.stream().filter(d -> holds(point, d)).toList();
    return within.stream()
        .filter(d -> within.stream().noneMatch(o -> !o.equals(d) && holds(o, d)))
        .toList();
  }
}
