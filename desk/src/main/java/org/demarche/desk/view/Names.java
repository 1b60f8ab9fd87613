package org.demarche.desk.view;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.desk.correct.Books;
import org.springframework.stereotype.Component;

/** What actors are called: states in the reader's language, others as the actor book has them. */
@Component
public final class Names {
  private final Books books;
  private final Map<String, String> regions = new HashMap<>();

  public Names(Books books) {
    this.books = books;
    for (String region : Locale.getISOCountries()) {
      regions.put(new Locale.Builder().setRegion(region).build().getISO3Country(), region);
    }
  }

  /** The name of a code; the code itself where nobody knows it. */
  public String of(String code, Locale locale) {
    Optional<ActorEntry> entry = books.actors().entry(code);
    boolean english = locale.getLanguage().equals("en");
    if (!english && regions.containsKey(code) && (entry.isEmpty() || isState(code))) {
      return new Locale.Builder().setRegion(regions.get(code)).build().getDisplayCountry(locale);
    }
    return entry
        .map(ActorEntry::name)
        .or(
            () ->
                Optional.ofNullable(regions.get(code))
                    .map(r -> new Locale.Builder().setRegion(r).build().getDisplayCountry(locale)))
        .orElse(code);
  }

  /** Whether the actor book has it as a state or territory. */
  public boolean isState(String code) {
    return books.actors().isState(code);
  }

  /** What the actor book has of it. */
  public Optional<ActorEntry> entry(String code) {
    return books.actors().entry(code);
  }
}
