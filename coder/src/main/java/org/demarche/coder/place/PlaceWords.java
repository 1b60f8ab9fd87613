package org.demarche.coder.place;

import java.util.Set;

/** Nouns, as lemmas, that tell a place from somebody. */
final class PlaceWords {
  private static final Set<String> REGIONS =
      Set.of(
          "region",
          "province",
          "oblast",
          "governorate",
          "district",
          "state",
          "county",
          "prefecture",
          "canton",
          "department",
          "territory",
          "peninsula",
          "krai",
          "republic");

  private static final Set<String> PLACES =
      Set.of(
          "city",
          "town",
          "township",
          "village",
          "hamlet",
          "settlement",
          "capital",
          "port",
          "outskirt",
          "outskirts",
          "suburb",
          "area",
          "part",
          "north",
          "south",
          "east",
          "west",
          "centre",
          "center",
          "heart",
          "street",
          "border",
          "coast",
          "shore",
          "island",
          "valley",
          "airport",
          "airfield",
          "airbase",
          "base",
          "camp",
          "square",
          "market",
          "hotel",
          "mosque",
          "church",
          "cathedral",
          "temple",
          "hospital",
          "school",
          "university",
          "prison",
          "jail",
          "court",
          "courtroom",
          "stadium",
          "station",
          "bridge",
          "road",
          "highway",
          "neighborhood",
          "neighbourhood",
          "quarter",
          "zone",
          "enclave",
          "exclave",
          "stronghold",
          "metropolis",
          "community",
          "municipality",
          "site",
          "plant",
          "factory",
          "refinery",
          "depot",
          "barracks",
          "garrison",
          "checkpoint",
          "crossing",
          "palace",
          "compound",
          "resort",
          "harbor",
          "harbour",
          "mine",
          "field",
          "farm",
          "forest",
          "river",
          "lake",
          "mountain",
          "hill",
          "countryside",
          "edge",
          "side",
          "rest",
          "bank",
          "strip",
          "cafe",
          "restaurant",
          "mall",
          "shop",
          "metro",
          "subway",
          "building",
          "vicinity",
          "direction",
          "front");

  /** Acts that are called after where they take place: <em>the Geneva talks</em>. */
  private static final Set<String> SOMEWHERE =
      Set.of(
          "talk",
          "talks",
          "meeting",
          "summit",
          "conference",
          "negotiation",
          "round",
          "forum",
          "bombing",
          "blast",
          "explosion",
          "attack",
          "siege",
          "massacre",
          "shooting",
          "protest",
          "demonstration",
          "rally",
          "riot",
          "march",
          "killing",
          "raid",
          "clash",
          "shelling");

  private PlaceWords() {}

  static boolean isRegion(String lemma) {
    return REGIONS.contains(lemma);
  }

  static boolean isPlace(String lemma) {
    return PLACES.contains(lemma) || REGIONS.contains(lemma);
  }

  static boolean happensSomewhere(String lemma) {
    return SOMEWHERE.contains(lemma);
  }
}
