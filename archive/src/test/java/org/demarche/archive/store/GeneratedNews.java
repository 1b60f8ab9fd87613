package org.demarche.archive.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Coding;
import org.demarche.coder.code.Run;
import org.demarche.coder.data.Source;
import org.demarche.coder.event.Confidence;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Evidence;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.PressArticle;

/** Any number of articles that look coded, always the same ones. For loads, not for accuracy. */
public final class GeneratedNews {
  public static final Run RUN = new Run("generated", "none", "none");

  private static final List<String> CODES =
      List.of(
          "USA", "RUS", "CHN", "UKR", "GBR", "FRA", "DEU", "IND", "TUR", "IRN", "ISR", "JPN", "KOR",
          "PRK", "KAZ", "POL", "SAU", "EGY", "PAK", "BRA", "MEX", "CAN", "AUS", "ITA", "ESP", "SWE",
          "NOR", "FIN", "UZB", "KGZ", "TJK", "ARM", "AZE", "GEO", "MDA", "BLR", "SRB", "GRC", "NGA",
          "ETH", "KEN", "ZAF", "SDN", "DZA", "MAR", "IDN", "VNM", "THA", "PHL", "MYS");
  private static final List<String> TYPES =
      List.of(
          "CONSULT",
          "ACCUSE",
          "AGREE",
          "SUPPORT",
          "REQUEST",
          "REJECT",
          "THREATEN",
          "ASSAULT",
          "COOPERATE",
          "PROTEST",
          "COERCE",
          "AID",
          "SANCTION",
          "MOBILIZE",
          "CONCEDE",
          "RETREAT");
  private static final List<String> MODES = List.of("", "meet", "visit", "phone", "");
  private static final List<String> WORDS =
      List.of(
          "border",
          "trade",
          "grain",
          "pipeline",
          "summit",
          "ministry",
          "talks",
          "treaty",
          "budget",
          "exercise",
          "fleet",
          "tariff",
          "corridor",
          "embassy",
          "railway",
          "harvest",
          "election",
          "inspectors",
          "ceasefire",
          "quota",
          "airspace",
          "envoy",
          "loan",
          "reactor",
          "sanctions");
  private static final List<Status> STATUSES = List.of(Status.values());
  private static final LocalDate START = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 2000;
  private static final Ontology ONTOLOGY = new Ontology();

  private GeneratedNews() {}

  /**
   * One article.
   *
   * @param number which article
   * @param sentences how many it has, each with one event
   */
  public static Entry entry(int number, int sentences) {
    Random random = new Random(number * 31L + 7);
    LocalDate day = START.plusDays(random.nextInt(DAYS));
    StringBuilder text = new StringBuilder();
    List<Sentence> cut = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    String id = "https://outlet" + random.nextInt(200) + ".example/" + number;
    for (int i = 0; i < sentences; i++) {
      int start = text.length();
      String actor = code(random);
      String recipient = code(random);
      String type = TYPES.get((int) (TYPES.size() * random.nextDouble() * random.nextDouble()));
      text.append(actor).append(" met ").append(recipient).append(" over the");
      for (int w = 0; w < 12; w++) {
        text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
      }
      text.append(". ");
      CharSpan span = new CharSpan(start, text.length() - 1);
      cut.add(new Sentence(i, span, List.of()));
      int to = start + actor.length() + 5;
      Event event =
          new Event(
              id,
              i,
              type,
              type.equals("CONSULT") ? MODES.get(random.nextInt(MODES.size())) : "",
              random.nextInt(3) == 0 ? List.of("diplomatic") : List.of(),
              ONTOLOGY.quad(type),
              "040",
              Optional.of(1.0),
              random.nextInt(10) < 7
                  ? Status.HAPPENED
                  : STATUSES.get(random.nextInt(STATUSES.size())),
              Confidence.of(0.75),
              Optional.of(participant(actor, start)),
              Optional.of(participant(recipient, to)),
              random.nextInt(3) == 0
                  ? new When.Stated(day.minusDays(1).toString(), span, "yesterday")
                  : new When.AssumedPublished(day.toString()),
              new Where.Unstated(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              new Evidence(
                  span,
                  span.of(text),
                  new CharSpan(start + actor.length() + 1, to - 1),
                  "meet",
                  new Source("consult.yaml", 1 + random.nextInt(300))));
      outcomes.add(new Outcome.Coded(List.of(event), List.of()));
    }
    PressArticle page =
        PressArticle.of(
            new Article(
                id,
                "Report " + number,
                "",
                "en",
                Optional.of(day),
                text.toString(),
                Provenance.ofUrl(id),
                List.of()));
    return Entry.of(page, new Coding(cut, outcomes, RUN));
  }

  private static Participant participant(String code, int at) {
    return new Participant(
        code,
        new CharSpan(at, at + code.length()),
        new Party(code, List.of("GOV"), code, Party.Kind.STATE),
        "name");
  }

  /** A few are in most of the news. */
  private static String code(Random random) {
    return CODES.get((int) (CODES.size() * random.nextDouble() * random.nextDouble()));
  }
}
