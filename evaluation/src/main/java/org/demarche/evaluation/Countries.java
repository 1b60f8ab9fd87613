package org.demarche.evaluation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.coder.actor.Party;

/**
 * Country codes as the event gold has them, ours and the gold's brought to one form.
 *
 * <p>Ours: a state or territory is its code; international organisations, blocs and regions are
 * {@code IGO}; other organisations {@code NGO}, companies {@code MNC} (unless the actor book makes
 * them part of a state: then they are that state); who has no code is {@code IGO} by sector or else
 * nobody.
 *
 * <p>The gold's: the first three letters, legacy CAMEO codes such as {@code ITL} made ISO 3166. On
 * both sides a state that has ended is the state that the gold puts in its stead: {@code SUN} is
 * {@code RUS}, {@code DDR} is {@code DEU}, {@code YUG} is {@code SRB}.
 */
final class Countries {
  /** No actor or none with a code. */
  static final String NOBODY = "";

  /** In gold: somebody unknown, whom any answer fits. */
  static final String ANYBODY = "***";

  private static final String ORGANISATION = "IGO";

  /** Codes of CAMEO, of the old KEDS projects and of dead states, with what they are now. */
  private static final Map<String, String> LEGACY =
      Map.ofEntries(
          Map.entry("ITL", "ITA"),
          Map.entry("JAP", "JPN"),
          Map.entry("VTN", "VNM"),
          Map.entry("GER", "DEU"),
          Map.entry("GFR", "DEU"),
          Map.entry("GME", "DEU"),
          Map.entry("DDR", "DEU"),
          Map.entry("GDR", "DEU"),
          Map.entry("UKG", "GBR"),
          Map.entry("USR", "RUS"),
          Map.entry("SUN", "RUS"),
          Map.entry("YUG", "SRB"),
          Map.entry("SCG", "SRB"),
          Map.entry("SER", "SRB"),
          Map.entry("KSV", "XKX"),
          Map.entry("KOS", "XKX"),
          Map.entry("CSK", "CZE"),
          Map.entry("CZR", "CZE"),
          Map.entry("ROM", "ROU"),
          Map.entry("ZAR", "COD"),
          Map.entry("TMP", "TLS"),
          Map.entry("BUR", "MMR"),
          Map.entry("PAL", "PSE"),
          Map.entry("WBN", "PSE"),
          Map.entry("GZS", "PSE"),
          Map.entry("WSB", "PSE"),
          Map.entry("SPN", "ESP"),
          Map.entry("SWZ", "CHE"));

  private static final Set<ActorEntry.Kind> LANDS =
      Set.of(ActorEntry.Kind.STATE, ActorEntry.Kind.TERRITORY);

  private final ActorBook book;

  Countries(ActorBook book) {
    this.book = book;
  }

  /** The country of a party that was coded. */
  String of(Party party) {
    if (party.code().isEmpty()) {
      return party.sectors().contains(ORGANISATION) ? ORGANISATION : NOBODY;
    }
    Optional<ActorEntry> entry = book.entry(party.code());
    if (entry.isEmpty() || LANDS.contains(entry.get().kind())) {
      return modern(party.code());
    }
    return entry
        .filter(e -> e.kind() == ActorEntry.Kind.ORGANISATION)
        .filter(e -> !e.sectors().contains(ORGANISATION) && e.members().isEmpty())
        .map(e -> "NGO")
        .orElse(
            switch (entry.get().kind()) {
              case ORGANISATION -> ORGANISATION;
              case COMPANY -> "MNC";
              default -> party.code();
            });
  }

  /** The country of a gold code. */
  static String ofGold(String code) {
    String plain = code.strip().toUpperCase(Locale.ROOT);
    if (plain.isEmpty() || plain.startsWith("*") || plain.startsWith("-")) {
      return ANYBODY;
    }
    return modern(plain.length() > 3 ? plain.substring(0, 3) : plain);
  }

  private static String modern(String code) {
    return LEGACY.getOrDefault(code, code);
  }
}
