package org.demarche.coder.actor;

import java.util.Set;
import java.util.stream.IntStream;
import org.demarche.coder.syntax.Clauses;

/** First names that are places too: <em>Chad met his wife; India Marlowe sold her house</em>. */
final class GivenNames {
  private static final Set<String> NAMES =
      Set.of(
          "America",
          "Austin",
          "Brooklyn",
          "Carolina",
          "Chad",
          "Chelsea",
          "Cuba",
          "Dakota",
          "Dallas",
          "Florence",
          "Geneva",
          "Georgia",
          "Havana",
          "Holland",
          "Houston",
          "India",
          "Ireland",
          "Israel",
          "Jordan",
          "Kenya",
          "Lincoln",
          "London",
          "Lourdes",
          "Madison",
          "Milan",
          "Odessa",
          "Paris",
          "Petra",
          "Savannah",
          "Sofia",
          "Sydney",
          "Tripoli",
          "Troy",
          "Valencia",
          "Vienna",
          "Virginia",
          "Washington");

  private static final Set<String> HERS = Set.of("he", "him", "his", "himself", "she", "her");

  private static final Set<String> KIN =
      Set.of(
          "sister",
          "brother",
          "mother",
          "father",
          "mum",
          "mom",
          "dad",
          "parent",
          "husband",
          "wife",
          "daughter",
          "son",
          "boyfriend",
          "girlfriend",
          "aunt",
          "uncle",
          "cousin",
          "nephew",
          "niece",
          "grandmother",
          "grandfather",
          "boss",
          "landlord",
          "friend");

  private GivenNames() {}

  /** Whether a place's name is a first name too. */
  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  /** Whether the name, standing before a surname, is taken up by <em>his</em> or <em>her</em>. */
  static boolean beforeSurname(Clauses clauses, int name) {
    return isOne(clauses.form(name))
        && IntStream.range(name + 1, clauses.size()).anyMatch(i -> HERS.contains(clauses.lemma(i)));
  }

  /**
   * Whether the name, standing alone, is taken up by <em>his</em> or <em>her sister</em> (a state
   * would be <em>its</em> or <em>her</em>), with nobody else between whom that could mean.
   */
  static boolean alone(Clauses clauses, int name) {
    if (!isOne(clauses.form(name))) {
      return false;
    }
    for (int i = name + 1; i < clauses.size(); i++) {
      if (clauses.lemma(i).equals("him") && clauses.form(Math.max(0, i - 2)).equals("to")) {
        return false; // "asked Washington to extradite him": somebody else
      }
      if (Set.of("he", "him", "his", "himself", "she").contains(clauses.lemma(i))) {
        return true;
      }
      if (clauses.lemma(i).equals("her")
          && i + 1 < clauses.size()
          && KIN.contains(clauses.lemma(i + 1))) {
        return true;
      }
      if (clauses.isNoun(i) || clauses.pos(i).equals("POS")) {
        return false;
      }
    }
    return false;
  }
}
