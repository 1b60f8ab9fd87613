package org.demarche.coder.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which of several places of one name is meant: the one that the phrase's own words say, then one
 * in a state that the sentence names, then where the actor book puts the name, then one in a state
 * that the article names, last the most populous.
 */
public final class Choice {
  /**
   * A namesake with less than this share of the largest one's people is meant only where the phrase
   * says so: <em>Paris, Texas</em>.
   */
  private static final double SHARE = 1 / 6.0;

  /** A town of fewer people needs some word that speaks for it. */
  private static final int KNOWN = 15_000;

  private final PlaceNames names;
  private final Supplier<Gazetteer> gazetteer;
  private final Set<String> sentence;
  private final Supplier<Set<String>> article;

  Choice(
      PlaceNames names,
      Supplier<Gazetteer> gazetteer,
      Set<String> sentence,
      Supplier<Set<String>> article) {
    this.names = names;
    this.gazetteer = gazetteer;
    this.sentence = sentence;
    this.article = article;
  }

  /**
   * A place chosen.
   *
   * @param how by what
   * @param sure whether something speaks for it beside its name
   */
  public record Chosen(Place place, String how, boolean sure) {}

  /**
   * @param within codes of the states that the phrase names
   * @param containers what the name is said to lie in: <em>Texas</em>
   * @param region whether the phrase calls it a region
   */
  Optional<Chosen> of(
      PlaceFinder.Named name,
      Set<String> within,
      List<PlaceFinder.Named> containers,
      boolean region) {
    boolean elsewhere = !within.isEmpty() && name.country().filter(within::contains).isEmpty();
    if (name.country().isPresent() && !(elsewhere && !name.places().isEmpty())) {
      String code = name.country().get();
      return gazetteer
          .get()
          .country(code, names.shown(code))
          .map(p -> new Chosen(p, "a country", true));
    }
    List<Place> kind = name.places().stream().filter(p -> p.kind().isTown() != region).toList();
    List<Place> places =
        (kind.isEmpty() ? name.places() : kind)
            .stream().filter(p -> containers.stream().allMatch(c -> in(p, c))).toList();
    if (!containers.isEmpty()) {
      return first(places, p -> true, "the phrase says in what it lies", true);
    }
    if (!within.isEmpty()) {
      Optional<Chosen> said =
          first(places, p -> within.contains(p.country()), "the phrase names the state", true);
      return said.isPresent() ? said : unlisted(name, within);
    }
    if (places.isEmpty()) {
      return names.within(name.key()).map(code -> book(name, code));
    }
    int most = places.stream().mapToInt(Place::population).max().orElse(0);
    List<Place> serious =
        places.stream()
            .filter(p -> p.population() >= most * SHARE || p.kind() == Place.Kind.CAPITAL)
            .toList();
    Optional<String> book = names.within(name.key());
    return first(serious, p -> sentence.contains(p.country()), "the sentence names the state", true)
        .or(
            () ->
                book.flatMap(
                    code ->
                        first(serious, p -> p.country().equals(code), "the actor book's", true)))
        .or(
            () ->
                first(
                    serious,
                    p -> article.get().contains(p.country()),
                    "the article names the state",
                    true))
        .or(() -> largest(serious, places.size()));
  }

  private static Optional<Chosen> largest(List<Place> serious, int namesakes) {
    String how =
        namesakes == 1
            ? "the only place of that name"
            : "the most populous of " + namesakes + " of that name";
    return serious.stream()
        .findFirst()
        .map(p -> new Chosen(p, how, p.population() >= KNOWN || p.kind() != Place.Kind.TOWN));
  }

  private static Optional<Chosen> first(
      List<Place> places, Predicate<Place> fits, String how, boolean sure) {
    return places.stream().filter(fits).findFirst().map(p -> new Chosen(p, how, sure));
  }

  /** A region that only the actor book knows lies in its country, we do not know where. */
  private Chosen book(PlaceFinder.Named name, String code) {
    return new Chosen(
        new Place(shown(name), Place.Kind.REGION, code, "", Optional.empty(), 0, 0),
        "the actor book's, without coordinates",
        true);
  }

  private Optional<Chosen> unlisted(PlaceFinder.Named name, Set<String> within) {
    // a name elsewhere is no evidence of a place here: "the Russian Union"
    return within.size() == 1 && names.within(name.key()).filter(within::contains).isPresent()
        ? Optional.of(book(name, within.iterator().next()))
        : Optional.empty();
  }

  private static String shown(PlaceFinder.Named name) {
    StringBuilder shown = new StringBuilder();
    for (String word : name.key().split(" ")) {
      shown.append(shown.length() == 0 ? "" : " ");
      shown.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return shown.toString();
  }

  /** Whether a place lies in what a name may mean. */
  static boolean in(Place place, PlaceFinder.Named container) {
    return container.country().filter(c -> c.equals(place.country())).isPresent()
        || container.places().stream()
            .anyMatch(
                c ->
                    c.kind() == Place.Kind.REGION
                        && c.country().equals(place.country())
                        && c.name().equals(place.region()));
  }
}
