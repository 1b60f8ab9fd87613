package org.demarche.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.coder.code.Coder;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;

/**
 * How often the coder reads an event where none is reported: matches, markets, exhibitions,
 * metaphors, denials, questions, bears.
 */
public final class FalseEventRate {
  /** Office holders are looked up on this day. */
  private static final LocalDate PUBLISHED = LocalDate.of(2022, 6, 20);

  private static final String BUILT_IN = "no-event.tsv";

  private FalseEventRate() {}

  /**
   * A sentence that reports no political event, or none but those allowed.
   *
   * @param kind what it is about: sports, history, metaphor…
   * @param allowed event types that the sentence does report; usually none
   */
  public record Sentence(String kind, String text, Set<String> allowed) {
    public Sentence {
      allowed = Set.copyOf(allowed);
    }
  }

  /** A sentence in which the coder read what it does not say. */
  public record Offence(Sentence sentence, List<Event> events) {
    public Offence {
      events = List.copyOf(events);
    }

    @Override
    public String toString() {
      return sentence.kind()
          + ": "
          + sentence.text()
          + events.stream()
              .map(
                  e ->
                      System.lineSeparator()
                          + "    "
                          + e.type()
                          + " "
                          + e.dyad()
                          + " ("
                          + e.status().label()
                          + ", confidence "
                          + e.confidence().value()
                          + ") by "
                          + e.evidence().rule()
                          + " on '"
                          + e.evidence().predicate().of(sentence.text())
                          + "'")
              .collect(Collectors.joining());
    }
  }

  /** Sentences and offences of one kind. */
  public record Row(int sentences, int offences) {
    public double rate() {
      return sentences == 0 ? 0 : (double) offences / sentences;
    }
  }

  /**
   * The result.
   *
   * @param rows by kind, in the order of the file
   */
  public record Report(Row total, Map<String, Row> rows, List<Offence> offences) {
    public Report {
      rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
      offences = List.copyOf(offences);
    }

    /** The numbers that are kept and watched. */
    public Map<String, Double> measures() {
      return Map.of("sentences without a false event", 1 - total.rate());
    }

    /** The same without the events that are less confident. */
    public Report from(double confidence) {
      List<Offence> kept =
          offences.stream()
              .map(
                  o ->
                      new Offence(
                          o.sentence(),
                          o.events().stream()
                              .filter(e -> e.confidence().value() >= confidence)
                              .toList()))
              .filter(o -> !o.events().isEmpty())
              .toList();
      Map<String, Row> left = new LinkedHashMap<>();
      rows.forEach(
          (kind, row) ->
              left.put(
                  kind,
                  new Row(
                      row.sentences(),
                      (int) kept.stream().filter(o -> o.sentence().kind().equals(kind)).count())));
      return new Report(new Row(total.sentences(), kept.size()), left, kept);
    }

    /** Kinds of sentences, with how many of each give a false event. */
    public String table() {
      StringBuilder shown = new StringBuilder();
      rows.forEach((kind, row) -> shown.append(line(kind, row)));
      return shown.append(line("total", total)).toString();
    }

    @Override
    public String toString() {
      StringBuilder shown = new StringBuilder(table());
      offences.forEach(o -> shown.append(o).append(System.lineSeparator()));
      return shown.toString();
    }

    private static String line(String kind, Row row) {
      return String.format(
          Locale.ROOT,
          "%-14s %4d of %4d  %5.1f %%%n",
          kind,
          row.offences(),
          row.sentences(),
          100 * row.rate());
    }
  }

  /** SHA-256 of the file of sentences that comes with Demarche. */
  public static String hash() {
    try (InputStream in = open()) {
      return ScoreTable.sha256(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open() {
    InputStream in = FalseEventRate.class.getResourceAsStream(BUILT_IN);
    if (in == null) {
      throw new IllegalStateException(BUILT_IN + " is missing");
    }
    return in;
  }

  /** The sentences that come with Demarche. */
  public static List<Sentence> builtIn() {
    try (InputStream in = open()) {
      return read(BUILT_IN, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines of kind, sentence and, if any, allowed types parted by blanks, with tabs between;
   * lines that begin with {@code #} are remarks.
   *
   * @param name of the file, for errors
   */
  static List<Sentence> read(String name, BufferedReader lines) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length < 2 || fields.length > 3 || fields[0].isBlank() || fields[1].isBlank()) {
        throw new IllegalArgumentException(
            name + ":" + number + ": a line is kind, sentence and allowed types, parted by tabs");
      }
      Set<String> allowed =
          fields.length == 2 || fields[2].isBlank()
              ? Set.of()
              : Arrays.stream(fields[2].strip().split("\\s+")).collect(Collectors.toSet());
      sentences.add(new Sentence(fields[0].strip(), fields[1].strip(), allowed));
    }
    return sentences;
  }

  /** Codes each sentence by itself and counts those that give an event that is not allowed. */
  public static Report score(List<Sentence> sentences, Coder coder) {
    Map<String, Row> rows = new LinkedHashMap<>();
    List<Offence> offences = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      Article article = Article.of("no-event-" + (i + 1), sentence.text()).published(PUBLISHED);
      List<Event> wrong =
          coder.code(article).events().stream()
              .filter(e -> !sentence.allowed().contains(e.type()))
              .toList();
      if (!wrong.isEmpty()) {
        offences.add(new Offence(sentence, wrong));
      }
      Row row = rows.getOrDefault(sentence.kind(), new Row(0, 0));
      rows.put(
          sentence.kind(),
          new Row(row.sentences() + 1, row.offences() + (wrong.isEmpty() ? 0 : 1)));
    }
    return new Report(new Row(sentences.size(), offences.size()), rows, offences);
  }
}
