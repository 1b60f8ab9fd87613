package org.demarche.archive.place;

import java.util.Objects;
import java.util.OptionalLong;
import org.demarche.coder.text.CharSpan;

/**
 * Where an event took place, as its text says.
 *
 * @param name of the place in English
 * @param country ISO 3166-1 alpha-3, empty for what belongs to none
 * @param latitude in degrees north (WGS 84)
 * @param longitude in degrees east (WGS 84)
 * @param geonames GeoNames' number of the place, where it has one
 * @param span the words that say so, in characters of the article's text
 * @param phrase the characters there
 */
public record Place(
    String name,
    String country,
    double latitude,
    double longitude,
    Precision precision,
    OptionalLong geonames,
    CharSpan span,
    String phrase) {
  public Place {
    Objects.requireNonNull(name);
    Objects.requireNonNull(country);
    Objects.requireNonNull(precision);
    Objects.requireNonNull(geonames);
    Objects.requireNonNull(span);
    Objects.requireNonNull(phrase);
  }

  /** How exactly the text says where. */
  public enum Precision {
    COUNTRY,
    REGION,
    TOWN
  }
}
