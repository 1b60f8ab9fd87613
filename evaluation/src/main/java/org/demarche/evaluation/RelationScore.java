package org.demarche.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;

/**
 * Scores the type of the relation between two given parties.
 *
 * <ul>
 *   <li>The answer to a record is the first event of its coding, whatever its status. CONCEDE and
 *       RETREAT count as YIELD, as in the gold.
 *   <li>Type: precision, recall and F1 for each type; the macro average is over the types that the
 *       gold holds; a record without an answer is missed and spoils nobody's precision.
 *   <li>Quad: the answer's quad class is that of its type, YIELD's being 2 as in the gold (PLOVER
 *       itself has CONCEDE in 1); it is compared with the quad class that the gold record states.
 *   <li>Coverage: the part of the records that have an answer.
 * </ul>
 */
public final class RelationScore {
  private static final String YIELD = "YIELD";
  private static final int YIELD_QUAD = 2;

  private RelationScore() {}

  /**
   * Reads gold relations.
   *
   * @throws GoldException if a line is wrong
   * @throws IOException if the file cannot be read
   */
  public static List<RelationGold> read(Path file) throws IOException {
    return GoldReader.relations(file);
  }

  /** Codes each record and compares. The coder is called from several threads. */
  public static Report score(List<RelationGold> gold, Function<Article, Coding> coder) {
    return new Report(gold.parallelStream().map(g -> judge(g, coder)).toList());
  }

  private static Case judge(RelationGold gold, Function<Article, Coding> coder) {
    Answers answers = Answers.of(gold.article(), coder);
    return new Case(gold, answers.events().stream().findFirst(), answers.reasons());
  }

  private static String type(String type) {
    return type.equals("CONCEDE") || type.equals("RETREAT") ? YIELD : type;
  }

  /**
   * A gold record and what was made of it.
   *
   * @param reasons why there is no answer
   */
  public record Case(RelationGold gold, Optional<Event> event, List<String> reasons) {
    public Case {
      reasons = List.copyOf(reasons);
    }

    /** The type coded, as the gold names types. */
    public Optional<String> type() {
      return event.map(e -> RelationScore.type(e.type()));
    }

    /** The quad class coded, as the gold counts it; empty for types outside PLOVER too. */
    public OptionalInt quad() {
      return event
          .map(e -> type().equals(Optional.of(YIELD)) ? OptionalInt.of(YIELD_QUAD) : e.quad())
          .orElse(OptionalInt.empty());
    }

    /** Whether a PLOVER type is what the gold names. */
    boolean isOfGoldType(String type) {
      return RelationScore.type(type).equals(RelationScore.type(gold.type()));
    }

    /** Whether the type is right. */
    public boolean right() {
      return type().equals(Optional.of(RelationScore.type(gold.type())));
    }
  }

  /** The scores, and every case in the order of the file. */
  public record Report(List<Case> cases) {
    public Report {
      cases = List.copyOf(cases);
    }

    /** The same without the answers that are less confident. */
    public Report from(double confidence) {
      return new Report(
          cases.stream()
              .map(
                  c ->
                      new Case(
                          c.gold(),
                          c.event().filter(e -> e.confidence().value() >= confidence),
                          c.reasons()))
              .toList());
    }

    /** Types right, by the confidence from which answers count. */
    public Map<Double, Counts> thresholds() {
      Map<Double, Counts> counts = new LinkedHashMap<>();
      Reliability.thresholds().forEach(t -> counts.put(t, from(t).types().micro()));
      return counts;
    }

    /** Types compared. */
    public Confusion types() {
      return new Confusion(
          cases.stream()
              .map(c -> new Confusion.Answer(RelationScore.type(c.gold().type()), c.type()))
              .toList());
    }

    /** Quad classes compared. */
    public Confusion quads() {
      List<Confusion.Answer> answers = new ArrayList<>();
      for (Case c : cases) {
        answers.add(
            new Confusion.Answer(
                String.valueOf(c.gold().quad()),
                c.event()
                    .map(e -> c.quad().isPresent() ? String.valueOf(c.quad().getAsInt()) : "?")));
      }
      return new Confusion(answers);
    }

    /** The cases whose type is wrong or missing. */
    public List<Case> wrong() {
      return cases.stream().filter(c -> !c.right()).toList();
    }

    /** The numbers that are kept and watched. */
    public Map<String, Double> measures() {
      Map<String, Double> measures = new LinkedHashMap<>();
      measures.put("type macro-F1", types().macroF1());
      measures.put("type micro-F1", types().micro().f1());
      measures.put("type accuracy", types().accuracy());
      measures.put("quad macro-F1", quads().macroF1());
      measures.put("coverage", types().coverage());
      return measures;
    }
  }
}
