package org.demarche.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Scores that were reached, kept in a file of tab-separated lines: date, set, measure, value,
 * codebook, gold. A set's lines on one gold file are a block, which a new record replaces. Lines
 * that begin with {@code #} are comments. Immutable.
 */
public record ScoreTable(List<Row> rows) {
  private static final String HEAD = "date\tset\tmeasure\tvalue\tcodebook\tgold";

  public ScoreTable {
    rows = List.copyOf(rows);
  }

  /**
   * A score.
   *
   * @param set what was scored: relations, events, dates
   * @param codebook hash of the codebook, {@code -} where none took part
   * @param gold SHA-256 of the gold file
   */
  public record Row(
      LocalDate date, String set, String measure, double value, String codebook, String gold) {}

  /**
   * Reads a table; a missing file is an empty one.
   *
   * @throws GoldException if a line is wrong
   */
  public static ScoreTable read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new ScoreTable(List.of());
    }
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#") && !line.equals(HEAD)) {
        rows.add(row(line, file + ":" + number + ": "));
      }
    }
    return new ScoreTable(rows);
  }

  private static Row row(String line, String at) throws GoldException {
    String[] cells = line.split("\t", -1);
    if (cells.length != 6) {
      throw new GoldException(at + "has " + cells.length + " columns, not 6");
    }
    try {
      double value = Double.parseDouble(cells[3]);
      if (!(value >= 0 && value <= 1)) {
        throw new GoldException(at + "value is not between 0 and 1: " + cells[3]);
      }
      return new Row(LocalDate.parse(cells[0]), cells[1], cells[2], value, cells[4], cells[5]);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new GoldException(at + e.getMessage(), e);
    }
  }

  /** The measures kept for a set on a gold file. */
  public Map<String, Double> measures(String set, String gold) {
    Map<String, Double> measures = new LinkedHashMap<>();
    rows.stream()
        .filter(r -> r.set().equals(set) && r.gold().equals(gold))
        .forEach(r -> measures.put(r.measure(), r.value()));
    return measures;
  }

  /** The table with the block of this set and gold replaced. */
  public ScoreTable with(
      LocalDate date, String set, Map<String, Double> measures, String codebook, String gold) {
    List<Row> block =
        measures.entrySet().stream()
            .map(m -> new Row(date, set, m.getKey(), m.getValue(), codebook, gold))
            .toList();
    List<Row> others =
        rows.stream().filter(r -> !(r.set().equals(set) && r.gold().equals(gold))).toList();
    return new ScoreTable(Stream.concat(others.stream(), block.stream()).toList());
  }

  /** Writes the table, four decimals, sets in alphabetical order; all of it or nothing. */
  public void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    rows.stream()
        .sorted(java.util.Comparator.comparing(Row::set))
        .forEach(
            r ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%s\t%s\t%s\t%.4f\t%s\t%s%n",
                        r.date(),
                        r.set(),
                        r.measure(),
                        r.value(),
                        r.codebook(),
                        r.gold())));
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, "scores", ".part");
    try {
      Files.writeString(part, text.toString().replace("\r\n", "\n"), StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * SHA-256 of a file; of a folder, that of its files' names and hashes in order of name, folders
   * within it left out.
   */
  public static String hash(Path gold) throws IOException {
    if (!Files.isDirectory(gold)) {
      return sha256(Files.readAllBytes(gold));
    }
    StringBuilder names = new StringBuilder();
    try (Stream<Path> files = Files.list(gold)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        names.append(sha256(Files.readAllBytes(file))).append("  ");
        names.append(file.getFileName()).append('\n');
      }
    }
    return sha256(names.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
