package org.demarche.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * How well the text of articles is taken out of web pages, by the score of the
 * article-extraction-benchmark (Zyte, 2020): texts are compared as bags of four tokens in a row;
 * precision and recall are averaged over the pages, and F1 is that of the two averages.
 */
public final class PageScore {
  private static final int SHINGLE = 4;
  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private PageScore() {}

  /** Takes the text of the article out of a page; the empty string where there is none. */
  public interface Extractor {
    String text(String html);
  }

  /** One page scored. */
  public record Page(PageGold gold, String text, double precision, double recall) {
    public double f1() {
      return harmonic(precision, recall);
    }
  }

  /**
   * What an extractor reached.
   *
   * @param seconds the time that it took for all pages, the reading of files not counted
   */
  public record Row(String name, List<Page> pages, double seconds) {
    public Row {
      pages = List.copyOf(pages);
    }

    public double precision() {
      return pages.stream().mapToDouble(Page::precision).average().orElse(0);
    }

    public double recall() {
      return pages.stream().mapToDouble(Page::recall).average().orElse(0);
    }

    public double f1() {
      return harmonic(precision(), recall());
    }

    /** The pages on which F1 is below one, the worst first. */
    public List<Page> imperfect() {
      return pages.stream()
          .filter(p -> p.f1() < 1)
          .sorted(Comparator.comparingDouble(Page::f1))
          .toList();
    }
  }

  /** The extractors on the same pages, ours first. */
  public record Report(List<Row> rows) {
    public Report {
      rows = List.copyOf(rows);
    }

    /** What is kept and watched: our own. */
    public Map<String, Double> measures() {
      Map<String, Double> measures = new LinkedHashMap<>();
      measures.put("F1", rows.get(0).f1());
      measures.put("precision", rows.get(0).precision());
      measures.put("recall", rows.get(0).recall());
      return measures;
    }
  }

  /** Runs an extractor over pages. */
  public static Row score(String name, List<PageGold> gold, Extractor extractor)
      throws IOException {
    List<Page> pages = new ArrayList<>();
    long nanos = 0;
    for (PageGold page : gold) {
      String html = html(page);
      long start = System.nanoTime();
      String text = extractor.text(html);
      nanos += System.nanoTime() - start;
      pages.add(compare(page, text));
    }
    return new Row(name, pages, nanos / 1e9);
  }

  private static String html(PageGold page) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(page.file()))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.util.zip.ZipException e) {
      throw new GoldException(page.file() + ": is not compressed with gzip", e);
    }
  }

  static Page compare(PageGold gold, String text) {
    Map<String, Integer> wanted = shingles(gold.text());
    Map<String, Integer> found = shingles(text);
    int right = 0;
    for (Map.Entry<String, Integer> entry : found.entrySet()) {
      right += Math.min(entry.getValue(), wanted.getOrDefault(entry.getKey(), 0));
    }
    return new Page(gold, text, part(right, size(found)), part(right, size(wanted)));
  }

  private static double part(int right, int all) {
    return all == 0 ? (right == 0 ? 1 : 0) : (double) right / all;
  }

  private static int size(Map<String, Integer> bag) {
    return bag.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A text of fewer tokens is one shingle. */
  private static Map<String, Integer> shingles(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    Map<String, Integer> bag = new HashMap<>();
    for (int i = 0; i < Math.max(1, tokens.size() - SHINGLE + 1) && !tokens.isEmpty(); i++) {
      List<String> shingle = tokens.subList(i, Math.min(tokens.size(), i + SHINGLE));
      bag.merge(String.join(" ", shingle), 1, Integer::sum);
    }
    return bag;
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }
}
