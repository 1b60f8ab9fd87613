package org.demarche.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
  private static final int GENEVA = 2660646;
  private final Gazetteer gazetteer = Gazetteer.builtIn();

  @ParameterizedTest
  @ValueSource(strings = {"Geneva", "GENEVA", "Genève", "Geneve", "Женева", "日内瓦", "جنيف"})
  void aNameInAnyScript(String name) {
    assertThat(gazetteer.named(name)).extracting(Place::geonames).contains(GENEVA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Astana", "Nur-Sultan", "Астана"})
  void aRenamedPlaceUnderBothNames(String name) {
    assertThat(gazetteer.named(name)).extracting(Place::name).contains("Astana");
  }

  @Test
  void theMostPopulousFirst() {
    List<Place> named = gazetteer.named("Tripoli");
    assertThat(named.get(0).country()).isEqualTo("LBY");
    assertThat(named).extracting(Place::country).contains("LBN");
    assertThat(named).extracting(Place::population).isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void nothingOfOtherNames() {
    assertThat(gazetteer.named("Nowhere at All")).isEmpty();
    assertThat(gazetteer.named("")).isEmpty();
    assertThat(gazetteer.named("\ud800")).isEmpty();
  }

  @Test
  void aRegionLiesAmongItsTowns() {
    Place region =
        gazetteer.named("Bavaria").stream()
            .filter(p -> p.kind() == Place.Kind.REGION)
            .findFirst()
            .orElseThrow();
    assertThat(region.country()).isEqualTo("DEU");
    assertThat(region.point().orElseThrow().latitude()).isBetween(47.0, 51.0);
    assertThat(region.point().orElseThrow().longitude()).isBetween(9.0, 14.0);
  }

  @Test
  void aCountryByItsCode() {
    Place country = gazetteer.country("KAZ", "Kazakhstan").orElseThrow();
    assertThat(country.name()).isEqualTo("Kazakhstan");
    assertThat(country.point().orElseThrow().latitude()).isBetween(40.0, 56.0);
    assertThat(gazetteer.country("XXX", "Nowhere")).isEmpty();
  }
}
