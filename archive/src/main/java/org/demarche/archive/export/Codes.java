package org.demarche.archive.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.Party;
import org.demarche.coder.event.Participant;

/** Codes and names as the field's formats write them. */
final class Codes {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Our sectors that CAMEO holds to be faiths. */
  private static final Set<String> FAITHS = Set.of("JEW", "MOS", "CHR", "HIN", "BUD");

  private static final Map<String, String> SECTORS =
      Map.ofEntries(
          Map.entry("GOV", "Government"),
          Map.entry("MIL", "Military"),
          Map.entry("COP", "Police"),
          Map.entry("SPY", "Intelligence"),
          Map.entry("JUD", "Judicial"),
          Map.entry("LEG", "Legislative / Parliamentary"),
          Map.entry("PTY", "Parties"),
          Map.entry("OPP", "Opposition"),
          Map.entry("REB", "Rebel"),
          Map.entry("UAF", "Unidentified Forces"),
          Map.entry("CRM", "Criminals / Gangs"),
          Map.entry("CVL", "General Population / Civilian / Social"),
          Map.entry("REF", "Refugees / Displaced"),
          Map.entry("LAB", "Labor"),
          Map.entry("BUS", "Business"),
          Map.entry("AGR", "Agriculture"),
          Map.entry("EDU", "Education"),
          Map.entry("HLH", "Health"),
          Map.entry("MED", "Media"),
          Map.entry("NGO", "Nongovernmental Organization"),
          Map.entry("IGO", "International Government Organization"),
          Map.entry("MNC", "Multinational Corporation"),
          Map.entry("REL", "Religious"),
          Map.entry("ELI", "Elite"),
          Map.entry("JRN", "Journalists"),
          Map.entry("PRO", "Protestors / Popular Opposition / Mobs"));

  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> fips = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  Codes() {
    Column.lines("cameo.tsv").map(l -> l.split("\t", 2)).forEach(f -> labels.put(f[0], f[1]));
    Column.lines("fips.tsv").map(l -> l.split("\t", 2)).forEach(f -> fips.put(f[0], f[1]));
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      countries.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
    }
    countries.put("XKX", "Kosovo");
  }

  /** CAMEO's label; of a code it does not have, that of the code above. */
  String label(String cameo) {
    for (int end = cameo.length(); end >= 2; end--) {
      String label = labels.get(cameo.substring(0, end));
      if (label != null) {
        return label;
      }
    }
    return "";
  }

  String fips(String country) {
    return fips.getOrDefault(country, "");
  }

  /** The country's name in English; empty for a code that is no country's. */
  String country(String code) {
    return countries.getOrDefault(code, "");
  }

  boolean isCountry(String code) {
    return countries.containsKey(code);
  }

  /** {@code RUSMIL}: country or group and the sectors behind it. */
  static String full(Optional<Participant> who) {
    return who.map(p -> p.party().code() + String.join("", p.party().sectors())).orElse("");
  }

  static String name(Optional<Participant> who) {
    return who.map(Participant::party)
        .map(Party::name)
        .filter(n -> !n.isEmpty())
        .or(() -> who.map(Participant::text))
        .orElse("");
  }

  static String code(Optional<Participant> who) {
    return who.map(p -> p.party().code()).orElse("");
  }

  static List<String> sectors(Optional<Participant> who) {
    return who.map(p -> p.party().sectors()).orElse(List.of());
  }

  static String inWords(Optional<Participant> who) {
    return String.join(
        ",", sectors(who).stream().map(s -> SECTORS.getOrDefault(s, s)).distinct().toList());
  }

  static List<String> faiths(Optional<Participant> who) {
    return sectors(who).stream().filter(FAITHS::contains).toList();
  }

  static List<String> roles(Optional<Participant> who) {
    return sectors(who).stream().filter(s -> !FAITHS.contains(s)).toList();
  }

  static String at(List<String> list, int index) {
    return index < list.size() ? list.get(index) : "";
  }

  /** {@code 20220516}; empty where there is no day. */
  static Object basic(Optional<LocalDate> day) {
    return day.<Object>map(d -> Integer.valueOf(DAY.format(d))).orElse("");
  }

  static String first(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  static List<Object> row(Object... cells) {
    List<Object> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(cell instanceof Optional<?> o ? o.map(Object.class::cast).orElse("") : cell);
    }
    return row;
  }
}
