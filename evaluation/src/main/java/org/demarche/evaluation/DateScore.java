package org.demarche.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;
import org.demarche.coder.time.TimeTagger;

/**
 * Scores the time tagger on files with inline TIMEX tags, counted as in TempEval-3: a gold
 * expression is found where a system one overlaps it (relaxed) or has its very span (strict), and
 * its value is right where the overlapping one's value is equal. The tag with the document's
 * creation time is given to the tagger and not counted.
 */
public final class DateScore {
  private DateScore() {}

  /**
   * Scores every {@code .tml} file of a folder, or one file.
   *
   * @throws IOException if a file cannot be read or is not tagged text; the message names it
   */
  public static Report score(Path fileOrFolder, TimeTagger tagger) throws IOException {
    List<Path> files;
    if (Files.isDirectory(fileOrFolder)) {
      try (Stream<Path> list = Files.list(fileOrFolder)) {
        files = list.filter(p -> p.toString().endsWith(".tml")).sorted().toList();
      }
      if (files.isEmpty()) {
        throw new IOException(fileOrFolder + ": no .tml file in this folder");
      }
    } else {
      files = List.of(fileOrFolder);
    }
    List<Row> rows = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (Path file : files) {
      rows.add(scoreFile(file, tagger, mistakes));
    }
    return new Report(rows, mistakes);
  }

  private static Row scoreFile(Path file, TimeTagger tagger, List<Mistake> mistakes)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    TimexFile gold;
    try {
      gold = TimexFile.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(file + ": cannot be read as TIMEX text: " + e.getMessage(), e);
    }
    List<TimeExpression> system = tagger.tag(gold.text(), gold.created());
    int strict = 0;
    int relaxed = 0;
    int values = 0;
    int next = 0;
    boolean[] used = new boolean[system.size()];
    for (TimexFile.Timex timex : gold.timexes()) {
      while (next < system.size() && system.get(next).span().end() <= timex.span().start()) {
        next++;
      }
      int match = next;
      // One system expression answers for one gold expression only.
      while (match < system.size() && used[match]) {
        match++;
      }
      if (match >= system.size() || !system.get(match).span().overlaps(timex.span())) {
        mistakes.add(new Mistake(name, timex.span(), timex.text(), timex.value(), "", ""));
        continue;
      }
      TimeExpression found = system.get(match);
      used[match] = true;
      relaxed++;
      strict += found.span().equals(timex.span()) ? 1 : 0;
      if (found.value().equals(timex.value())) {
        values++;
      } else {
        mistakes.add(
            new Mistake(
                name, timex.span(), timex.text(), timex.value(), found.text(), found.value()));
      }
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        TimeExpression extra = system.get(i);
        mistakes.add(new Mistake(name, extra.span(), "", "", extra.text(), extra.value()));
      }
    }
    return new Row(name, gold.timexes().size(), system.size(), strict, relaxed, values);
  }

  /**
   * The counts of one file, or of all.
   *
   * @param gold expressions in the gold standard
   * @param system expressions that the tagger found
   * @param strict found with the very span
   * @param relaxed found with an overlapping span
   * @param values found with an overlapping span and the same value
   */
  public record Row(String name, int gold, int system, int strict, int relaxed, int values) {
    /** F1 of the extraction, exact spans; 0 to 1. */
    public double strictF1() {
      return f1(strict);
    }

    /** F1 of the extraction, overlapping spans; 0 to 1. */
    public double relaxedF1() {
      return f1(relaxed);
    }

    /** F1 of overlapping spans with equal values, the field's main number; 0 to 1. */
    public double valueF1() {
      return f1(values);
    }

    /** The part of the system's expressions that {@code right} makes; 0 to 1. */
    public double precision(int right) {
      return system == 0 ? 0 : (double) right / system;
    }

    /** The part of the gold expressions that {@code right} makes; 0 to 1. */
    public double recall(int right) {
      return gold == 0 ? 0 : (double) right / gold;
    }

    private double f1(int right) {
      return gold + system == 0 ? 0 : 2.0 * right / (gold + system);
    }

    @Override
    public String toString() {
      return String.format(
          java.util.Locale.ROOT,
          "%-32s %6d %6d  %.3f %.3f %.3f  %.3f %.3f %.3f  %.3f",
          name,
          gold,
          system,
          precision(strict),
          recall(strict),
          strictF1(),
          precision(relaxed),
          recall(relaxed),
          relaxedF1(),
          valueF1());
    }
  }

  /**
   * A gold expression that was missed or got another value, or a system expression too many.
   *
   * @param span characters of the file's text without tags
   * @param gold words of the gold expression; empty for one too many
   * @param system words of the system's expression; empty for a missed one
   */
  public record Mistake(
      String file,
      CharSpan span,
      String gold,
      String goldValue,
      String system,
      String systemValue) {}

  /** Per-file rows and all mistakes, in file order. */
  public record Report(List<Row> rows, List<Mistake> mistakes) {
    public Report {
      rows = List.copyOf(rows);
      mistakes = List.copyOf(mistakes);
    }

    /** The counts of all files together (micro-average). */
    public Row total() {
      return new Row(
          "all",
          rows.stream().mapToInt(Row::gold).sum(),
          rows.stream().mapToInt(Row::system).sum(),
          rows.stream().mapToInt(Row::strict).sum(),
          rows.stream().mapToInt(Row::relaxed).sum(),
          rows.stream().mapToInt(Row::values).sum());
    }

    @Override
    public String toString() {
      StringBuilder out =
          new StringBuilder(
              String.format(
                  java.util.Locale.ROOT,
                  "%-32s %6s %6s  %-17s  %-17s  %s%n",
                  "file",
                  "gold",
                  "system",
                  "strict P R F1",
                  "relaxed P R F1",
                  "value F1"));
      for (Row row : rows) {
        out.append(row).append(System.lineSeparator());
      }
      return out.append(total()).append(System.lineSeparator()).toString();
    }
  }
}
