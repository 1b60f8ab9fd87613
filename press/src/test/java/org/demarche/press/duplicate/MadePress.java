package org.demarche.press.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Invented articles with what becomes of articles in the press. The sentences are put together from
 * few parts on purpose: articles that have nothing to do with each other share phrases, as agency
 * prose does.
 */
final class MadePress {
  private static final String[] WHO = {
    "The foreign ministry", "A government spokesman", "The defence minister",
        "The trade delegation",
    "The parliamentary speaker", "The central bank", "The border service",
        "An official in the capital",
    "The opposition leader", "The ambassador", "The energy ministry", "The prosecutor's office"
  };
  private static final String[] DID = {
    "said on Monday that",
    "announced late on Tuesday that",
    "told reporters that",
    "denied reports that",
    "confirmed in a written statement that",
    "warned lawmakers that",
    "wrote to the council that",
    "repeated earlier remarks that"
  };
  private static final String[] WHOM = {
    "the two neighbours",
    "both delegations",
    "the northern provinces",
    "the mission",
    "its partners",
    "the railway operators",
    "several grain exporters",
    "the coast guard",
    "the interim cabinet",
    "the committee of experts",
    "the refinery workers",
    "the customs union"
  };
  private static final String[] WILL = {
    "would resume talks on", "had failed to agree about", "were ready to sign",
        "must first discuss",
    "could no longer delay", "had quietly dropped", "would ask the court to review",
        "expected progress on"
  };
  private static final String[] WHAT = {
    "a treaty on water", "the price of gas", "the exchange of prisoners", "new tariffs on steel",
    "the withdrawal of troops", "a loan of two billion", "fishing rights", "the disputed crossing",
    "visa rules", "an inspection of the reactors", "the budget for aid", "the date of the election"
  };
  private static final String[] WHEN = {
    "before the end of the year", "despite objections from the south", "at a summit next month",
    "after three days of consultations", "under a plan drawn up in spring", "without naming a date",
    "as the ceasefire entered its second week", "if the weather allows"
  };
  private static final String[] OUTLETS = {
    "herald.example",
    "morning-post.example",
    "gazette.example",
    "courier.example",
    "observer.example"
  };
  static final Instant DAY = Instant.parse("2024-05-06T08:00:00Z");

  private final Random random;
  private int made;

  MadePress(long seed) {
    this.random = new Random(seed);
  }

  /** What a made article is to its base. */
  enum Kind {
    REPRINT_WHOLE(true),
    REPRINT_CUT(true),
    REPRINT_FRAMED(true),
    REPRINT_TOUCHED(true),
    REPRINT_THIRD_CREDITED(true),
    VERSION_SAME_ADDRESS(true),
    VERSION_MOVED(true),
    TRANSLATED(false),
    SAME_BACKGROUND(false),
    SAME_OUTLET_BACKGROUND(false),
    DAILY_BULLETIN(false),
    QUOTED(false);

    final boolean joined;

    Kind(boolean joined) {
      this.joined = joined;
    }

    boolean version() {
      return this == VERSION_SAME_ADDRESS || this == VERSION_MOVED;
    }
  }

  /** The paragraphs of an article on its own. */
  List<String> paragraphs(int count) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paragraphs.add(
          sentence() + " " + sentence() + (random.nextBoolean() ? " " + sentence() : ""));
    }
    return paragraphs;
  }

  private String sentence() {
    return String.join(" ", pick(WHO), pick(DID), pick(WHOM), pick(WILL), pick(WHAT), pick(WHEN))
        + ".";
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  Copy base(List<String> paragraphs) {
    return copy("agency-" + made, "agency.example", "", "Title of " + made, paragraphs, 0);
  }

  Copy made(Kind kind, Copy base, List<String> paragraphs) {
    String outlet = pick(OUTLETS);
    List<String> own = paragraphs(paragraphs.size());
    int half = (paragraphs.size() + 1) / 2;
    return switch (kind) {
      case REPRINT_WHOLE -> copy("whole", outlet, "", "Another title", paragraphs, 3);
      case REPRINT_CUT -> copy("cut", outlet, "", "Cut", paragraphs.subList(0, half), 5);
      case REPRINT_FRAMED ->
          copy(
              "framed",
              outlet,
              "",
              "Framed",
              joined(own.subList(0, 1), paragraphs, own.subList(1, 2)),
              6);
      case REPRINT_TOUCHED -> copy("touched", outlet, "", "Touched", touched(paragraphs, 25), 4);
      case REPRINT_THIRD_CREDITED ->
          copy(
              "third",
              outlet,
              "(Agency)",
              "A third",
              joined(paragraphs.subList(0, half), own.subList(0, half / 2), List.of()),
              7);
      case VERSION_SAME_ADDRESS ->
          new Copy(
              "version-" + made++,
              base.address(),
              base.outlet(),
              "",
              base.title(),
              Optional.of(DAY.plus(Duration.ofHours(2))),
              Sketch.of(
                  String.join(
                      "\n\n", joined(touched(paragraphs, 15), own.subList(0, 2), List.of()))));
      case VERSION_MOVED -> copy("moved", base.outlet(), "", "Updated", touched(paragraphs, 60), 2);
      case TRANSLATED -> copy("translated", outlet, "", "Titel", translated(paragraphs), 8);
      case SAME_BACKGROUND ->
          copy(
              "background",
              outlet,
              "",
              "Other",
              joined(own, paragraphs.subList(half, half + 2), List.of()),
              9);
      case SAME_OUTLET_BACKGROUND ->
          copy(
              "background",
              base.outlet(),
              "",
              "Other",
              joined(own, paragraphs.subList(half, half + 2), List.of()),
              9);
      case DAILY_BULLETIN -> copy("bulletin", outlet, "", "Rates", bulletin(), 24);
      case QUOTED ->
          copy(
              "quoted", outlet, "", "Comment", joined(own, paragraphs.subList(0, 1), List.of()), 9);
    };
  }

  /** Numbers of a day in fixed words. */
  List<String> bulletin() {
    String[] things = {
      "wheat", "barley", "crude oil", "natural gas", "copper", "gold", "cotton", "sugar"
    };
    return Arrays.stream(things)
        .map(
            thing ->
                "The price of "
                    + thing
                    + " stood at "
                    + random.nextInt(1000)
                    + " at noon and "
                    + random.nextInt(1000)
                    + " at the close of trading, "
                    + random.nextInt(100)
                    + " points from the day before.")
        .toList();
  }

  private Copy copy(
      String what, String outlet, String credit, String title, List<String> paragraphs, int hours) {
    String id = what + "-" + made++;
    return new Copy(
        id,
        Optional.of(outlet + "/" + id),
        outlet,
        credit,
        title,
        Optional.of(DAY.plus(Duration.ofHours(hours))),
        Sketch.of(String.join("\n\n", paragraphs)));
  }

  private List<String> touched(List<String> paragraphs, int every) {
    return paragraphs.stream()
        .map(
            paragraph ->
                Arrays.stream(paragraph.split(" "))
                    .map(word -> random.nextInt(every) == 0 ? "reportedly" : word)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<String> translated(List<String> paragraphs) {
    Map<Character, String> other = Map.of('e', "ie", 't', "d", 'a', "o", 'n', "nn", 'i', "ei");
    return paragraphs.stream()
        .map(
            paragraph ->
                paragraph
                    .chars()
                    .mapToObj(c -> other.getOrDefault((char) c, Character.toString(c)))
                    .collect(Collectors.joining()))
        .toList();
  }

  private static List<String> joined(List<String> one, List<String> two, List<String> three) {
    List<String> all = new ArrayList<>(one);
    all.addAll(two);
    all.addAll(three);
    return all;
  }
}
