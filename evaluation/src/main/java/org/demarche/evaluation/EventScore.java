package org.demarche.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;

/**
 * Scores events of which everything must be found from the text.
 *
 * <ul>
 *   <li>Records with the very same text and date are one sentence, coded once. All its coded events
 *       count, whatever their status.
 *   <li>Type right: the part of the gold <em>records</em> whose sentence has an event of the
 *       record's type, whoever its parties.
 *   <li>Types, by sentence: the set of types in a sentence's records against the set of types
 *       coded; counted over all sentences.
 *   <li>Country dyad: the set of (actor's country, recipient's country) of a sentence's records
 *       against the set of those coded; counted over all sentences. A record gives every actor with
 *       every recipient; with no recipient and several actors, each actor with each other, both
 *       ways; with no recipient and one actor, that actor with nobody. A coded party without a
 *       known country is nobody, so that half a dyad is wrong unless the gold has just this half.
 *       Two codes are equal as {@link Countries} makes them equal; {@code ***} in the gold fits
 *       anything, nobody too. Dyads are paired one to one, as many as can be.
 *   <li>Dyad with type: the same with (type, actor's country, recipient's country).
 *   <li>Confusion: each record against the type of its best event: one of the record's type if
 *       there is any, else one with the record's dyad, else the first.
 * </ul>
 */
public final class EventScore {
  private EventScore() {}

  /**
   * Reads gold events.
   *
   * @throws GoldException if a line is wrong
   * @throws IOException if the file cannot be read
   */
  public static List<EventGold> read(Path file) throws IOException {
    return GoldReader.events(file);
  }

  /** Codes each sentence and compares. The coder is called from several threads. */
  public static Report score(
      List<EventGold> gold, ActorBook book, Function<Article, Coding> coder) {
    Map<Object, List<EventGold>> sentences =
        gold.stream()
            .collect(
                Collectors.groupingBy(
                    g -> List.of(g.text(), g.published()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Countries countries = new Countries(book);
    return new Report(
        List.copyOf(sentences.values()).parallelStream()
            .map(records -> judge(records, countries, coder))
            .toList());
  }

  private static Case judge(
      List<EventGold> records, Countries countries, Function<Article, Coding> coder) {
    Answers answers = Answers.of(records.get(0).article(), coder);
    List<Coded> events =
        answers.events().stream().map(e -> new Coded(e, CountryDyad.of(e, countries))).toList();
    return new Case(records, events, answers.reasons());
  }

  /** A coded event with its countries. */
  public record Coded(Event event, CountryDyad dyad) {}

  /**
   * A sentence.
   *
   * @param gold its records
   * @param coded all that was coded
   * @param reasons why nothing was coded
   */
  public record Case(List<EventGold> gold, List<Coded> coded, List<String> reasons) {
    public Case {
      gold = List.copyOf(gold);
      coded = List.copyOf(coded);
      reasons = List.copyOf(reasons);
    }

    /** The event that comes nearest to a record. */
    public Optional<Coded> best(EventGold record) {
      Set<CountryDyad> dyads = CountryDyad.of(record);
      return coded.stream()
          .min(
              Comparator.comparing((Coded c) -> !c.dyad().type().equals(record.type()))
                  .thenComparing(
                      c -> dyads.stream().noneMatch(d -> d.untyped().fits(c.dyad().untyped()))));
    }

    /** Whether an event of the record's type is coded. */
    public boolean typeRight(EventGold record) {
      return coded.stream().anyMatch(c -> c.dyad().type().equals(record.type()));
    }

    Counts types() {
      Set<String> goldTypes = gold.stream().map(EventGold::type).collect(Collectors.toSet());
      Set<String> types = coded.stream().map(c -> c.dyad().type()).collect(Collectors.toSet());
      int right = (int) types.stream().filter(goldTypes::contains).count();
      return new Counts(goldTypes.size(), types.size(), right);
    }

    CountryDyad.Pairing dyads() {
      return CountryDyad.pair(
          untyped(goldDyads()), untyped(coded.stream().map(Coded::dyad).toList()));
    }

    CountryDyad.Pairing typedDyads() {
      return CountryDyad.pair(
          goldDyads(),
          coded.stream().map(Coded::dyad).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Gold dyads with their types that were not coded. */
    public List<CountryDyad> missing() {
      return typedDyads().missing();
    }

    /** Coded dyads with their types that the gold does not have. */
    public List<CountryDyad> extra() {
      return typedDyads().extra();
    }

    private Set<CountryDyad> goldDyads() {
      return gold.stream()
          .flatMap(g -> CountryDyad.of(g).stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<CountryDyad> untyped(Collection<CountryDyad> dyads) {
      return dyads.stream()
          .map(CountryDyad::untyped)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether every dyad with its type is right and nothing else is coded. */
    public boolean right() {
      return missing().isEmpty() && extra().isEmpty();
    }
  }

  /** The scores, and every sentence in the order of the file. */
  public record Report(List<Case> cases) {
    public Report {
      cases = List.copyOf(cases);
    }

    /** The same without the events that are less confident. */
    public Report from(double confidence) {
      return new Report(
          cases.stream()
              .map(
                  c ->
                      new Case(
                          c.gold(),
                          c.coded().stream()
                              .filter(x -> x.event().confidence().value() >= confidence)
                              .toList(),
                          c.reasons()))
              .toList());
    }

    /** Country dyads with their types, by the confidence from which events count. */
    public Map<Double, Counts> thresholds() {
      Map<Double, Counts> counts = new LinkedHashMap<>();
      Reliability.thresholds().forEach(t -> counts.put(t, from(t).typedDyads()));
      return counts;
    }

    private Stream<EventGold> records() {
      return cases.stream().flatMap(c -> c.gold().stream());
    }

    /** Gold records whose type is coded. */
    public Counts typeRight() {
      int right =
          cases.stream().mapToInt(c -> (int) c.gold().stream().filter(c::typeRight).count()).sum();
      int all = (int) records().count();
      return new Counts(all, all, right);
    }

    /** Types by sentence. */
    public Counts types() {
      return sum(cases.stream().map(Case::types));
    }

    /** Country dyads by sentence. */
    public Counts dyads() {
      return sum(cases.stream().map(c -> c.dyads().counts()));
    }

    /** Country dyads with their types by sentence. */
    public Counts typedDyads() {
      return sum(cases.stream().map(c -> c.typedDyads().counts()));
    }

    private static Counts sum(Stream<Counts> counts) {
      return counts.reduce(new Counts(0, 0, 0), Counts::plus);
    }

    /** The type of each record against that of its best event. */
    public Confusion confusion() {
      List<Confusion.Answer> answers = new ArrayList<>();
      for (Case c : cases) {
        for (EventGold g : c.gold()) {
          answers.add(new Confusion.Answer(g.type(), c.best(g).map(b -> b.dyad().type())));
        }
      }
      return new Confusion(answers);
    }

    /** The sentences where a dyad with its type is missing or too many. */
    public List<Case> wrong() {
      return cases.stream().filter(c -> !c.right()).toList();
    }

    /** The numbers that are kept and watched. */
    public Map<String, Double> measures() {
      Map<String, Double> measures = new LinkedHashMap<>();
      measures.put("type right", typeRight().recall());
      measures.put("type F1", types().f1());
      measures.put("dyad F1", dyads().f1());
      measures.put("dyad with type F1", typedDyads().f1());
      measures.put("coverage", confusion().coverage());
      return measures;
    }
  }
}
