package org.demarche.press.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Provenance;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final OutletBook BOOK = OutletBook.load();
  private static final Chain CHAIN = new Chain(BOOK);

  private static Provenance chain(String url, String rights, String lead, Credit... credits) {
    return CHAIN.of(
        new Chain.Told(
            "",
            Optional.of(url).filter(u -> !u.isEmpty()),
            Optional.empty(),
            Optional.of(rights).filter(r -> !r.isEmpty()),
            lead,
            List.of(credits)));
  }

  private static List<String> names(Provenance provenance) {
    return provenance.hops().stream().map(Provenance.Hop::name).toList();
  }

  @Test
  void translatedAndCarriedByAPortal() {
    Provenance way =
        chain(
            "https://vpk.name/news/1.html",
            "InoSMI's texts do not reflect anybody's position",
            "There are three doors, writes Le Monde, and one is open.");
    assertThat(names(way)).containsExactly("Le Monde", "InoSMI", "VPK.name");
    assertThat(way.hops().get(2).rights()).isPresent();
  }

  @Test
  void whoIsOnlyQuotedIsNoOrigin() {
    assertThat(names(chain("https://www.bbc.com/1", "", "Le Monde writes that there are doors.")))
        .containsExactly("BBC");
  }

  @Test
  void rightsOfTheAgencyStayWithIt() {
    String notice = "© 2024 Associated Press. All rights reserved.";
    Provenance way =
        chain(
            "https://example.org/1",
            notice,
            "",
            new Credit(notice, List.of("Associated Press"), Credit.Kind.WIRE));
    assertThat(way.hops()).hasSize(2);
    assertThat(way.hops().get(0).rights()).contains(notice);
    assertThat(way.hops().get(1).rights()).isEmpty();
  }

  @Test
  void nothingSaidNothingMade() {
    assertThat(chain("", "", "")).isEqualTo(Provenance.UNKNOWN);
  }

  @Test
  void theBookIsConsistent() {
    assertThat(BOOK.outlets()).hasSizeGreaterThan(200);
    assertThat(BOOK.outlets()).extracting(Outlet::name).doesNotHaveDuplicates();
    assertThat(BOOK.outlets()).allMatch(o -> o.country().matches("[A-Z]{3}"));
    assertThat(BOOK.outlets().stream().flatMap(o -> o.domains().stream()).toList())
        .doesNotHaveDuplicates();
    assertThat(BOOK.at("https://www.news.sky.com/x").orElseThrow().name()).isEqualTo("Sky News");
    assertThat(BOOK.at("not an address")).isEmpty();
    assertThat(BOOK.mentioned("Хуаньцю шибао and 人民日报报道")).hasSize(2);
  }
}
