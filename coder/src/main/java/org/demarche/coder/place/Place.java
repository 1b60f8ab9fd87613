package org.demarche.coder.place;

import java.util.Objects;
import java.util.Optional;

/**
 * A place on the map.
 *
 * @param name as the gazetteer writes it; as the text does where the gazetteer has none
 * @param country ISO 3166 alpha-3, empty where it is not known
 * @param region the first-level division it lies in, empty where it is not known
 * @param point where it lies, for a country or region the middle of its places; absent where the
 *     gazetteer does not have it
 * @param population 0 where it is not known
 * @param geonames GeoNames id, 0 where there is none
 */
public record Place(
    String name,
    Kind kind,
    String country,
    String region,
    Optional<Point> point,
    int population,
    int geonames) {
  public Place {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(country);
    Objects.requireNonNull(region);
    Objects.requireNonNull(point);
  }

  /** From coarse to fine. */
  public enum Kind {
    COUNTRY,
    REGION,
    /** A city, town or village. */
    TOWN,
    /** The seat of a first-level division. */
    SEAT,
    CAPITAL;

    /** Whether it is a city, town or village. */
    public boolean isTown() {
      return compareTo(TOWN) >= 0;
    }

    /** The name as written in output. */
    public String label() {
      return isTown() ? "town" : this == REGION ? "region" : "country";
    }
  }

  /** Degrees north and east, WGS 84. */
  public record Point(double latitude, double longitude) {}
}
