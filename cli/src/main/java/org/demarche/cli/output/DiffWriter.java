package org.demarche.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.demarche.archive.recode.Difference;
import org.demarche.archive.recode.Difference.Kind;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredRun;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.event.Event;

/** Differences between runs for reading: counts by rule, and examples of each. */
public final class DiffWriter implements Consumer<Difference> {
  private static final int RULE = 36;
  private static final int COUNT = 10;

  private final Paint paint;
  private final int width;
  private final int examples;
  private final Map<String, Rule> rules = new TreeMap<>();

  /** What is said of one rule. */
  private static final class Rule {
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<Difference> shown = new ArrayList<>();
  }

  /**
   * @param width of a line, in columns
   * @param examples how many are shown of each rule and kind
   */
  public DiffWriter(Paint paint, int width, int examples) {
    this.paint = paint;
    this.width = Math.max(40, width);
    this.examples = examples;
  }

  @Override
  public void accept(Difference difference) {
    Rule rule = rules.computeIfAbsent(difference.rule(), r -> new Rule());
    if (rule.counts.merge(difference.kind(), 1, Integer::sum) <= examples) {
      rule.shown.add(difference);
    }
  }

  /** Writes what was taken in. */
  public void write(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    if (rules.isEmpty()) {
      text.append("both runs read the same\n");
    } else {
      line(text, "rule", "appeared", "vanished", "changed", Style.DIM);
    }
    rules.forEach(
        (name, rule) -> {
          line(
              text,
              Texts.cut(name, RULE - 1),
              count(rule, Kind.APPEARED),
              count(rule, Kind.VANISHED),
              count(rule, Kind.CHANGED),
              Style.BOLD);
          rule.shown.forEach(difference -> example(text, difference));
        });
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String count(Rule rule, Kind kind) {
    int n = rule.counts.getOrDefault(kind, 0);
    return n == 0 ? "·" : Integer.toString(n);
  }

  private void line(StringBuilder text, String rule, String a, String b, String c, Style style) {
    text.append(paint.of(style, rule))
        .append(" ".repeat(RULE - rule.length()))
        .append(right(a))
        .append(right(b))
        .append(right(c))
        .append('\n');
  }

  private static String right(String cell) {
    return " ".repeat(Math.max(1, COUNT - cell.length())) + cell;
  }

  private void example(StringBuilder text, Difference difference) {
    String sign =
        switch (difference.kind()) {
          case APPEARED -> paint.of(Style.OK, "+");
          case VANISHED -> paint.of(Style.BAD, "−");
          case CHANGED -> paint.of(Style.WARN, "~");
        };
    StoredEvent event = difference.after().or(difference::before).orElseThrow();
    String said =
        difference.kind() == Kind.CHANGED
            ? read(difference.before().orElseThrow().event())
                + "  →  "
                + read(event.event())
                + "  ("
                + String.join(", ", difference.fields())
                + ")"
            : read(event.event());
    text.append("  ").append(sign).append(' ').append(Texts.cut(said, width - 4)).append('\n');
    String words = event.event().evidence().text().replaceAll("\\s+", " ");
    text.append(
            paint.of(
                Style.DIM,
                "    " + Texts.cut("\"" + words + "\"  " + event.article().key(), width - 4)))
        .append('\n');
  }

  private static String read(Event e) {
    String date = e.date().date().map(d -> " " + d).orElse("");
    return (e.type() + " " + e.mode()).strip()
        + "  "
        + Texts.side(e.actor())
        + " → "
        + Texts.side(e.recipient())
        + date
        + " ["
        + e.status().label()
        + "]";
  }

  /** Writes the list of runs. */
  public static void runs(List<StoredRun> runs, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (StoredRun run : runs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%4d  %s  %6d articles  coder %s, codebook %s, parser %s%n",
              run.id(),
              run.firstUsed().toString().substring(0, 16).replace('T', ' '),
              run.articles(),
              run.run().coder(),
              Texts.cut(run.run().codebook(), 13),
              run.run().parser()));
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
