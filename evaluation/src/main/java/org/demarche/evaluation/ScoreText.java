package org.demarche.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores as text tables, 100 columns at most where the labels allow. */
public final class ScoreText {
  private ScoreText() {}

  /** The relation scores: measures, types, confusion, quad classes. */
  public static String of(RelationScore.Report report) {
    Confusion types = report.types();
    Confusion quads = report.quads();
    StringBuilder out = new StringBuilder();
    line(
        out,
        "%d relations, %d answered, %d right in type",
        types.micro().gold(),
        types.micro().coded(),
        types.micro().right());
    out.append(System.lineSeparator()).append(measures(report.measures()));
    out.append(System.lineSeparator()).append(labels("type", types));
    out.append(System.lineSeparator()).append(labels("quad", quads));
    out.append(System.lineSeparator()).append(matrix(types));
    out.append(System.lineSeparator()).append(mistakes(types));
    out.append(System.lineSeparator()).append(ConfidenceText.of(Reliability.of(Judged.of(report))));
    out.append(System.lineSeparator()).append(ConfidenceText.of("types", report.thresholds()));
    return out.toString();
  }

  /** The event scores: measures, sentence counts, types, confusion. */
  public static String of(EventScore.Report report) {
    StringBuilder out = new StringBuilder();
    line(out, "%d gold records in %d sentences", report.typeRight().gold(), report.cases().size());
    out.append(System.lineSeparator()).append(measures(report.measures()));
    out.append(System.lineSeparator());
    header(out, "by sentence");
    row(out, "types", report.types());
    row(out, "country dyads", report.dyads());
    row(out, "dyads with type", report.typedDyads());
    Confusion confusion = report.confusion();
    out.append(System.lineSeparator()).append(labels("best event's type", confusion));
    out.append(System.lineSeparator()).append(matrix(confusion));
    out.append(System.lineSeparator()).append(mistakes(confusion));
    out.append(System.lineSeparator()).append(ConfidenceText.of(Reliability.of(Judged.of(report))));
    out.append(System.lineSeparator())
        .append(ConfidenceText.of("country dyads with type", report.thresholds()));
    return out.toString();
  }

  /** The page scores, a row for each extractor. */
  public static String of(PageScore.Report report) {
    StringBuilder out = new StringBuilder();
    line(out, "%d pages", report.rows().get(0).pages().size());
    out.append(System.lineSeparator());
    line(out, "%-22s %10s %10s %10s %14s", "", "precision", "recall", "F1", "pages a second");
    for (PageScore.Row row : report.rows()) {
      line(
          out,
          "%-22s %10.4f %10.4f %10.4f %14.0f",
          row.name(),
          row.precision(),
          row.recall(),
          row.f1(),
          row.pages().size() / row.seconds());
    }
    return out.toString();
  }

  /** Pages, one a line, with what was reached on each. */
  public static String pages(List<PageScore.Page> pages) {
    StringBuilder out = new StringBuilder();
    line(out, "%9s %9s %9s  %s", "precision", "recall", "F1", "page");
    for (PageScore.Page page : pages) {
      String name = page.gold().url().isEmpty() ? page.gold().id() : page.gold().url();
      line(out, "%9.3f %9.3f %9.3f  %s", page.precision(), page.recall(), page.f1(), name);
    }
    return out.toString();
  }

  /** Error classes, largest first. */
  public static String of(Map<? extends ErrorKind, Integer> classes) {
    StringBuilder out = new StringBuilder();
    line(out, "error classes");
    classes.entrySet().stream()
        .sorted(Comparator.comparing(c -> -c.getValue()))
        .forEach(c -> line(out, "%5d  %s", c.getValue(), c.getKey().label()));
    return out.toString();
  }

  private static String measures(Map<String, Double> measures) {
    StringBuilder out = new StringBuilder();
    measures.forEach((name, value) -> line(out, "%-20s %6.3f", name, value));
    return out.toString();
  }

  static void header(StringBuilder out, String what) {
    line(
        out,
        "%-20s %6s %6s %6s  %9s %6s %6s",
        what,
        "gold",
        "coded",
        "right",
        "precision",
        "recall",
        "F1");
  }

  static void row(StringBuilder out, String name, Counts counts) {
    line(
        out,
        "%-20s %6d %6d %6d  %9.3f %6.3f %6.3f",
        name,
        counts.gold(),
        counts.coded(),
        counts.right(),
        counts.precision(),
        counts.recall(),
        counts.f1());
  }

  private static String labels(String what, Confusion confusion) {
    StringBuilder out = new StringBuilder();
    header(out, what);
    confusion.labels().forEach(label -> row(out, label, confusion.counts(label)));
    line(
        out,
        "%-20s %20s  %9.3f %6.3f %6.3f",
        "macro average",
        "",
        confusion.macroPrecision(),
        confusion.macroRecall(),
        confusion.macroF1());
    row(out, "micro average", confusion.micro());
    return out.toString();
  }

  /** Gold in rows, coded in columns; a dot for 0. */
  private static String matrix(Confusion confusion) {
    List<String> coded = confusion.coded();
    StringBuilder out = new StringBuilder();
    StringBuilder head = new StringBuilder(cell("gold \\ coded", -13));
    coded.forEach(label -> head.append(cell(abbreviated(label), 5)));
    line(out, "%s", head);
    for (String gold : confusion.labels()) {
      StringBuilder row = new StringBuilder(cell(gold, -13));
      for (String label : coded) {
        int count = confusion.count(gold, label);
        row.append(cell(count == 0 ? "." : String.valueOf(count), 5));
      }
      line(out, "%s", row);
    }
    return out.toString();
  }

  private static String abbreviated(String label) {
    return label.equals(Confusion.NONE)
        ? "none"
        : label.substring(0, label.offsetByCodePoints(0, Math.min(4, codePoints(label))));
  }

  private static int codePoints(String label) {
    return label.codePointCount(0, label.length());
  }

  private static String cell(String text, int width) {
    return String.format(Locale.ROOT, "%" + width + "s", text);
  }

  private static String mistakes(Confusion confusion) {
    List<String> rows = new ArrayList<>();
    for (Confusion.Cell cell : confusion.mistakes().stream().limit(20).toList()) {
      rows.add(
          String.format(Locale.ROOT, "%5d  %s coded %s", cell.count(), cell.gold(), cell.coded()));
    }
    return rows.isEmpty()
        ? ""
        : "most frequent mistakes"
            + System.lineSeparator()
            + String.join(System.lineSeparator(), rows)
            + System.lineSeparator();
  }

  static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing())
        .append(System.lineSeparator());
  }
}
