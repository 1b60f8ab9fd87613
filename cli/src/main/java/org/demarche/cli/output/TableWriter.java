package org.demarche.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Vote;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;

/**
 * For reading: under each article its events, under each event the sentence that says it. Events
 * that the same words report, such as the pairs of a group, share their sentence.
 */
public final class TableWriter implements EventWriter {
  private final OutputStream out;
  private final Paint paint;
  private final int width;
  private final EventLines events;

  /**
   * @param width of a line, in columns
   */
  public TableWriter(OutputStream out, Paint paint, int width) {
    this.out = out;
    this.paint = paint;
    this.width = Math.max(40, width);
    this.events = new EventLines(paint, this.width);
  }

  @Override
  public void write(CodedArticle coded) throws IOException {
    List<String> lines = new ArrayList<>();
    heading(coded, lines);
    Map<List<Object>, List<Event>> groups =
        coded.events().stream()
            .collect(
                Collectors.groupingBy(
                    e ->
                        List.of(
                            e.sentence(),
                            e.evidence().rule(),
                            e.evidence().predicate(),
                            e.type(),
                            e.mode(),
                            e.date(),
                            e.status()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Event> group : groups.values()) {
      events.group(group, passage(coded, group.get(0).sentence()), "", lines);
    }
    Map<Integer, List<Vote>> votes =
        coded.votes().stream()
            .collect(
                Collectors.groupingBy(Vote::sentence, LinkedHashMap::new, Collectors.toList()));
    for (List<Vote> group : votes.values()) {
      events.votes(group, passage(coded, group.get(0).sentence()), lines);
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  private void heading(CodedArticle coded, List<String> lines) {
    Article article = coded.article();
    String date = article.published().map(Object::toString).orElse("undated");
    String count = counted(coded.events().size(), "event");
    if (!coded.votes().isEmpty()) {
      count += ", " + counted(coded.votes().size(), "vote");
    }
    String name = Texts.cut(article.id(), width - 2);
    String tail = date + " · " + count;
    int gap = Math.max(1, width - name.length() - tail.length());
    if (name.length() + 1 + tail.length() > width) {
      lines.add(paint.of(Style.BOLD, name));
      lines.add(paint.of(Style.DIM, tail));
    } else {
      lines.add(paint.of(Style.BOLD, name) + " ".repeat(gap) + paint.of(Style.DIM, tail));
    }
    if (!article.title().isEmpty()) {
      lines.add(paint.of(Style.TITLE, Texts.cut(article.title(), width)));
    }
    lines.add(paint.of(Style.DIM, "─".repeat(width)));
    if (coded.events().isEmpty() && coded.votes().isEmpty()) {
      lines.add("");
    }
  }

  private static String counted(int n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  private Passage passage(CodedArticle coded, int sentence) {
    CharSpan span = coded.coding().sentences().get(sentence).span();
    return new Passage(coded.article().text(), span);
  }
}
