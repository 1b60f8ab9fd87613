package org.demarche.evaluation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One label given to each gold record, or none: how often which label stands for which. Immutable.
 */
public final class Confusion {
  /** How a record without an answer is shown. */
  public static final String NONE = "(none)";

  /**
   * One record.
   *
   * @param coded empty where there is no answer
   */
  public record Answer(String gold, Optional<String> coded) {}

  /** One cell off the diagonal. */
  public record Cell(String gold, String coded, int count) {}

  private final SortedMap<String, SortedMap<String, Integer>> cells = new TreeMap<>();
  private final int records;
  private final int answered;

  public Confusion(List<Answer> answers) {
    for (Answer answer : answers) {
      cells
          .computeIfAbsent(answer.gold(), g -> new TreeMap<>())
          .merge(answer.coded().orElse(NONE), 1, Integer::sum);
    }
    records = answers.size();
    answered = (int) answers.stream().filter(a -> a.coded().isPresent()).count();
  }

  /** The labels of the gold, sorted. */
  public List<String> labels() {
    return List.copyOf(cells.keySet());
  }

  /** Every label coded, those outside the gold too, sorted; {@link #NONE} last if there is one. */
  public List<String> coded() {
    return cells.values().stream()
        .flatMap(row -> row.keySet().stream())
        .distinct()
        .sorted(Comparator.comparing((String label) -> label.equals(NONE)).thenComparing(l -> l))
        .toList();
  }

  /** How many gold records of one label got the other. */
  public int count(String gold, String coded) {
    return row(gold).getOrDefault(coded, 0);
  }

  private Map<String, Integer> row(String gold) {
    return cells.getOrDefault(gold, Collections.emptySortedMap());
  }

  /** The counts of one label. */
  public Counts counts(String label) {
    return new Counts(
        row(label).values().stream().mapToInt(Integer::intValue).sum(),
        cells.values().stream().mapToInt(row -> row.getOrDefault(label, 0)).sum(),
        count(label, label));
  }

  /** The counts of all labels together; what has no answer counts as not coded. */
  public Counts micro() {
    int right = labels().stream().mapToInt(l -> count(l, l)).sum();
    return new Counts(records, answered, right);
  }

  /** The mean F1 over the labels of the gold. */
  public double macroF1() {
    return labels().stream().mapToDouble(l -> counts(l).f1()).average().orElse(0);
  }

  /** The mean precision over the labels of the gold. */
  public double macroPrecision() {
    return labels().stream().mapToDouble(l -> counts(l).precision()).average().orElse(0);
  }

  /** The mean recall over the labels of the gold. */
  public double macroRecall() {
    return labels().stream().mapToDouble(l -> counts(l).recall()).average().orElse(0);
  }

  /** The part of all records whose label is right. */
  public double accuracy() {
    return micro().recall();
  }

  /** The part of all records that have an answer, right or wrong. */
  public double coverage() {
    return records == 0 ? 0 : (double) answered / records;
  }

  /** What was taken for what, most frequent first. */
  public List<Cell> mistakes() {
    return cells.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .filter(cell -> !cell.getKey().equals(row.getKey()))
                    .map(cell -> new Cell(row.getKey(), cell.getKey(), cell.getValue())))
        .sorted(Comparator.comparingInt(Cell::count).reversed())
        .toList();
  }
}
