package org.demarche.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;
import org.demarche.archive.store.Verdict;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.text.CharSpan;

/** What a search found, for reading: events under the article that reports them. */
public final class HitWriter {
  private final Archive archive;
  private final Search search;
  private final OutputStream out;
  private final Paint paint;
  private final int width;
  private final EventLines lines;

  /**
   * @param width of a line, in columns
   */
  public HitWriter(Archive archive, Search search, OutputStream out, Paint paint, int width) {
    this.archive = archive;
    this.search = search;
    this.out = out;
    this.paint = paint;
    this.width = Math.max(40, width);
    this.lines = new EventLines(paint, this.width);
  }

  /** Writes events in the order given; those of one sentence that follow each other share it. */
  public void events(List<StoredEvent> found) throws IOException {
    Map<Long, Search.Reports> reports =
        search.reports(found.stream().map(StoredEvent::story).distinct().toList());
    Map<List<Object>, List<StoredEvent>> groups =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    e ->
                        List.of(
                            e.article(),
                            e.event().sentence(),
                            e.event().evidence().predicate(),
                            e.event().type(),
                            e.event().mode(),
                            e.event().date(),
                            e.event().status()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    ArticleHead last = null;
    for (List<StoredEvent> group : groups.values()) {
      StoredEvent first = group.get(0);
      List<String> text = new ArrayList<>();
      if (!first.article().equals(last)) {
        heading(first.article(), "", text);
        last = first.article();
      }
      lines.group(
          group.stream().map(StoredEvent::event).toList(),
          passage(first.article(), first.event().evidence().span()),
          also(first, reports.get(first.story())),
          text);
      write(text);
    }
  }

  /** Writes votes in the order given; those of one sentence share it, in its order. */
  public void votes(List<StoredVote> found) throws IOException {
    Map<List<Object>, List<StoredVote>> groups =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    v -> List.of(v.article(), v.vote().sentence()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    ArticleHead last = null;
    for (List<StoredVote> group : groups.values()) {
      StoredVote first = group.get(0);
      List<String> text = new ArrayList<>();
      if (!first.article().equals(last)) {
        heading(first.article(), "", text);
        last = first.article();
      }
      lines.votes(
          group.stream()
              .map(StoredVote::vote)
              .sorted(Comparator.comparingInt(v -> v.voter().span().start()))
              .toList(),
          passage(first.article(), first.vote().span()),
          text);
      write(text);
    }
  }

  /** Who else reports it, and what people say of it. */
  private static String also(StoredEvent event, Search.Reports reports) {
    List<String> parts = new ArrayList<>();
    if (reports != null && reports.reports() > 1) {
      parts.add(
          counted(reports.reports(), "report") + " by " + counted(reports.sources(), "source"));
    }
    if (event.byPerson()) {
      parts.add("written by a person");
    } else if (event.verdict() != Verdict.NONE) {
      parts.add(event.verdict().label());
    }
    return String.join(" · ", parts);
  }

  private Passage passage(ArticleHead article, CharSpan said) {
    StoredArticle version =
        archive.versions(article.id()).stream()
            .filter(v -> v.head().version() == article.version())
            .findFirst()
            .orElseThrow();
    CharSpan sentence =
        archive.sentences(version.versionId()).stream()
            .filter(s -> s.span().contains(said))
            .findFirst()
            .map(s -> s.span())
            .orElse(said);
    return new Passage(version.page().article().text(), sentence);
  }

  /** Writes articles in the order given, with the beginning of their text. */
  public void articles(List<Search.ArticleHit> found) throws IOException {
    for (Search.ArticleHit hit : found) {
      List<String> text = new ArrayList<>();
      boolean coded = hit.events() > 0 || hit.article().language().startsWith("en");
      String also =
          coded ? counted(hit.events(), "event") : hit.article().language() + ", not coded";
      heading(hit.article(), also, text);
      StoredArticle article = archive.article(hit.article().id()).orElseThrow();
      String body = article.page().article().text().strip();
      String start = Texts.cut(body.replaceAll("\\s+", " "), 2 * width - 4);
      lines.wrapped(start, text);
      text.add("");
      write(text);
    }
  }

  private void heading(ArticleHead article, String also, List<String> text) {
    String name = article.title().isEmpty() ? article.key() : article.title();
    List<String> tail = new ArrayList<>();
    if (!article.source().isEmpty()) {
      tail.add(Texts.cut(article.source(), 30));
    }
    if (!article.via().isEmpty()) {
      tail.add("via " + Texts.cut(String.join(", ", article.via()), 30));
    }
    tail.add(article.published().map(Object::toString).orElse("undated"));
    if (!also.isEmpty()) {
      tail.add(also);
    }
    String right = String.join(" · ", tail);
    String shown = Texts.cut(name, Math.max(20, width - right.length() - 2));
    int gap = Math.max(2, width - shown.length() - right.length());
    text.add(paint.of(Style.BOLD, shown) + " ".repeat(gap) + paint.of(Style.DIM, right));
    text.add(paint.of(Style.DIM, "─".repeat(width)));
  }

  static String counted(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  private void write(List<String> text) throws IOException {
    StringBuilder all = new StringBuilder();
    text.forEach(line -> all.append(line.stripTrailing()).append('\n'));
    out.write(all.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
