package org.demarche.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a typed dyad of a sentence is wrong, as far as what was coded beside it tells. */
public enum DyadError implements ErrorKind {
  NO_RULE("missing: nothing coded, no rule fires"),
  NO_PARTY("missing: nothing coded, a rule fires but misses a party or counts as no event"),
  OTHER_TYPE("missing: the pair is coded with another type"),
  HALF("missing: the type is coded, a party of it without country"),
  OTHER_COUNTRY("missing: the type is coded between others"),
  OTHER_EVENT("missing: only something else is coded in the sentence"),
  EXTRA_REVERSE("too many: the other direction of a right pair"),
  EXTRA_HALF("too many: one party without country"),
  EXTRA_OTHER("too many: another event or pair of the sentence");

  /** The reason that the coder gives where no rule fires. */
  private static final String NO_RULE_REASON = "no rule of the codebook fits";

  private final String label;

  DyadError(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** How many gold dyads are missing and coded ones too many, by class. */
  public static Map<DyadError, Integer> count(EventScore.Report report) {
    Map<DyadError, Integer> counts = new EnumMap<>(DyadError.class);
    for (EventScore.Case c : report.wrong()) {
      List<CountryDyad> extra = c.extra();
      c.missing().forEach(d -> counts.merge(missing(d, c, extra), 1, Integer::sum));
      extra.forEach(d -> counts.merge(extra(d, c), 1, Integer::sum));
    }
    return counts;
  }

  private static DyadError missing(CountryDyad gold, EventScore.Case c, List<CountryDyad> extra) {
    if (c.coded().isEmpty()) {
      return c.reasons().stream().allMatch(NO_RULE_REASON::equals) ? NO_RULE : NO_PARTY;
    }
    if (extra.stream().anyMatch(e -> gold.untyped().fits(e.untyped()))) {
      return OTHER_TYPE;
    }
    List<CountryDyad> sameType = extra.stream().filter(e -> e.type().equals(gold.type())).toList();
    if (sameType.isEmpty()) {
      return OTHER_EVENT;
    }
    return sameType.stream().anyMatch(CountryDyad::half) ? HALF : OTHER_COUNTRY;
  }

  private static DyadError extra(CountryDyad coded, EventScore.Case c) {
    if (coded.half()) {
      return EXTRA_HALF;
    }
    CountryDyad reverse = coded.reversed();
    boolean reversed =
        c.gold().stream().flatMap(g -> CountryDyad.of(g).stream()).anyMatch(g -> g.fits(reverse));
    return reversed ? EXTRA_REVERSE : EXTRA_OTHER;
  }
}
