package org.demarche.coder.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;

/** What the actor book says of places: the names of countries, and what lies where. Immutable. */
final class PlaceNames {
  /** Words that head no place although somewhere a village is called so. */
  private static final Set<String> NOT_PLACES =
      Set.of(
          "parliament",
          "congress",
          "senate",
          "police",
          "march",
          "may",
          "august",
          "union",
          "council",
          "assembly",
          "court",
          "house",
          "church",
          "army",
          "government",
          "ministry",
          "commission",
          "bank",
          "party",
          "front",
          "office",
          "embassy",
          "university",
          "general",
          "president",
          "minister",
          "prince",
          "king",
          "queen",
          "pope",
          "south",
          "north",
          "east",
          "west",
          "media",
          "reuters",
          "english",
          "french",
          "german",
          "internet",
          "twitter",
          "god",
          "islam",
          "ramadan",
          "christmas",
          "easter",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "april",
          "june",
          "july",
          "september",
          "october",
          "november",
          "december");

  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> within = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();

  PlaceNames(ActorBook book) {
    for (ActorEntry entry : book.entries()) {
      boolean country =
          (entry.kind() == ActorEntry.Kind.STATE || entry.kind() == ActorEntry.Kind.TERRITORY)
              && entry.code().length() == 3;
      if (!country) {
        continue;
      }
      shown.put(entry.code(), entry.name());
      // a state that is no more, such as the Soviet Union, does not take a name from one that is
      boolean past = entry.existence().until().isPresent();
      name(entry.name(), entry.code(), past);
      entry.names().forEach(n -> name(n, entry.code(), past));
      for (List<String> names : List.of(entry.capitals(), entry.places())) {
        names.forEach(n -> within.putIfAbsent(Gazetteer.fold(n), entry.code()));
      }
    }
  }

  private void name(String name, String code, boolean past) {
    String key = Gazetteer.fold(name);
    if (past) {
      countries.putIfAbsent(key, code);
    } else {
      countries.put(key, code);
    }
  }

  /** The country that a name, in folded form, is one of. */
  Optional<String> country(String key) {
    return Optional.ofNullable(countries.get(key));
  }

  /** The country in which the book says that a city or region lies, by its folded name. */
  Optional<String> within(String key) {
    return Optional.ofNullable(within.get(key));
  }

  /** The book's name for a country. */
  String shown(String code) {
    return shown.getOrDefault(code, code);
  }

  static boolean never(String key) {
    return NOT_PLACES.contains(key);
  }
}
