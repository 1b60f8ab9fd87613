package org.demarche.desk.view;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.archive.search.Query;
import org.demarche.archive.tally.Facet;
import org.demarche.archive.tally.Tally;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The values by which a query can be narrowed, named in the reader's language. Thread-safe. */
@Component
public final class Facets {
  private static final int SHOWN = 6;
  private static final int MOST = 40;

  private final Tally tally;
  private final Names names;
  private final MessageSource messages;

  public Facets(Tally tally, Names names, MessageSource messages) {
    this.tally = tally;
    this.names = names;
    this.messages = messages;
  }

  /** Those of the events that a query finds. */
  public List<FacetList> ofEvents(Asked asked, Query query, Locale locale) {
    Map<Facet, List<Facet.Count>> counts = tally.ofEvents(query, MOST);
    return Facet.OF_EVENTS.stream()
        .map(f -> list(asked, f, counts.get(f), locale))
        .filter(f -> !f.shown().isEmpty())
        .toList();
  }

  /** Those of the articles that a query finds. */
  public List<FacetList> ofArticles(Asked asked, Query query, Locale locale) {
    return Facet.OF_ARTICLES.stream()
        .map(f -> list(asked, f, tally.ofArticles(query, f, MOST), locale))
        .filter(f -> !f.shown().isEmpty())
        .toList();
  }

  private FacetList list(Asked asked, Facet facet, List<Facet.Count> counts, Locale locale) {
    List<FacetList.Choice> choices = new ArrayList<>();
    for (Facet.Count count : counts) {
      // A comma would be taken for two outlets.
      if (!count.value().contains(",")) {
        choices.add(
            new FacetList.Choice(
                name(facet, count.value(), locale),
                count.count(),
                asked.narrowed(facet.field(), count.value()),
                asked.has(facet.field(), count.value())));
      }
    }
    int shown = Math.min(SHOWN, choices.size());
    return new FacetList(
        facet.label(), choices.subList(0, shown), choices.subList(shown, choices.size()));
  }

  private String name(Facet facet, String value, Locale locale) {
    return switch (facet) {
      case ACTOR, RECIPIENT, COUNTRY -> names.of(value, locale);
      case QUAD -> messages.getMessage("quad." + value, null, value, locale);
      case STATUS -> messages.getMessage("status." + value, null, value, locale);
      case LANGUAGE -> Locale.forLanguageTag(value).getDisplayLanguage(locale);
      case MONTH, PUBLISHED -> month(value, locale);
      case TYPE, SOURCE -> value;
    };
  }

  private static String month(String value, Locale locale) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(YearMonth.parse(value));
  }
}
