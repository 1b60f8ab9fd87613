package org.demarche.coder.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The roles in a CAMEO actor code, three letters each.
 *
 * @param all those that PLOVER has
 * @param unknown the others
 */
record Sectors(List<String> all, List<String> unknown) {
  private static final Set<String> KNOWN =
      Set.of(
          "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "UAF", "CRM", "CVL", "REF",
          "LAB", "BUS", "AGR", "EDU", "HLH", "MED", "NGO", "IGO", "MNC", "SOC", "REL", "ELI", "JRN",
          "PRO", "SET", "DEV", "ENV", "HRI", "JEW", "MOS", "CHR", "HIN", "BUD");

  static Sectors of(String code) {
    List<String> all = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < code.length(); i += 3) {
      String part = code.substring(i, Math.min(i + 3, code.length()));
      (KNOWN.contains(part) ? all : unknown).add(part);
    }
    return new Sectors(all.stream().distinct().toList(), unknown);
  }
}
