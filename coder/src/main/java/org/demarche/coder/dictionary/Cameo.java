package org.demarche.coder.dictionary;

import java.util.Map;
import java.util.Optional;

/** CAMEO codes as dictionaries write them, and the PLOVER type of each. */
final class Cameo {
  /**
   * By the Open Event Data Alliance's conversion (2021), a code having the type of the longest code
   * here that it begins with; 02, which the table leaves out, is what PLOVER calls a REQUEST.
   */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("02", "REQUEST"),
          Map.entry("03", "AGREE"),
          Map.entry("04", "CONSULT"),
          Map.entry("05", "SUPPORT"),
          Map.entry("06", "COOPERATE"),
          Map.entry("07", "AID"),
          Map.entry("08", "CONCEDE"),
          Map.entry("0813", "RETREAT"),
          Map.entry("0814", "RETREAT"),
          Map.entry("084", "RETREAT"),
          Map.entry("085", "RETREAT"),
          Map.entry("086", "RETREAT"),
          Map.entry("087", "RETREAT"),
          Map.entry("09", "ACCUSE"),
          Map.entry("10", "REQUEST"),
          Map.entry("11", "ACCUSE"),
          Map.entry("12", "REJECT"),
          Map.entry("13", "THREATEN"),
          Map.entry("14", "PROTEST"),
          Map.entry("15", "MOBILIZE"),
          Map.entry("16", "SANCTION"),
          Map.entry("163", "COERCE"),
          Map.entry("17", "COERCE"),
          Map.entry("1712", "ASSAULT"),
          Map.entry("175", "ASSAULT"),
          Map.entry("18", "ASSAULT"),
          Map.entry("19", "ASSAULT"),
          Map.entry("191", "COERCE"),
          Map.entry("192", "COERCE"),
          Map.entry("20", "ASSAULT"));

  private Cameo() {}

  /**
   * @param mutual whether the act runs both ways: {@code 040:040}
   * @param problem why it cannot be used; empty where it can
   */
  record Code(String cameo, boolean mutual, String problem) {}

  static Code code(String written) {
    String[] parts = written.strip().split(":", 2);
    String cameo = parts[0].strip();
    if (!cameo.matches("\\d{2,4}")) {
      return new Code("", false, cameo.startsWith("-") ? "a null code" : "no CAMEO code");
    }
    if (type(cameo).isEmpty()) {
      return new Code("", false, "CAMEO " + cameo.substring(0, 2) + " has no PLOVER type");
    }
    return new Code(cameo, parts.length > 1 && parts[1].strip().matches("\\d{2,4}"), "");
  }

  static Optional<String> type(String cameo) {
    for (int end = cameo.length(); end >= 2; end--) {
      String type = TYPES.get(cameo.substring(0, end));
      if (type != null) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
