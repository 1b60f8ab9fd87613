package org.demarche.press.mention;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of states and territories in CLDR, as ICU carries it, and of those capitals that give a
 * time zone its name.
 */
final class CldrNames {
  private static final Map<String, String> OTHER_SCRIPT =
      Map.of("zh", "zh-Hant", "sr", "sr-Latn", "uz", "uz-Cyrl");

  private CldrNames() {}

  /** All names in a language (ISO 639-1), the long and the short ones; none where CLDR has none. */
  static List<Name> of(String language) {
    List<Name> names = new ArrayList<>();
    Stream.of(language, OTHER_SCRIPT.getOrDefault(language, language))
        .distinct()
        .map(ULocale::forLanguageTag)
        .forEach(locale -> add(locale, names));
    return names;
  }

  private static void add(ULocale locale, List<Name> names) {
    for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
      LocaleDisplayNames display = LocaleDisplayNames.getInstance(locale, length);
      for (String region : Locale.getISOCountries()) {
        // What stands in brackets is a comment, not part of the name.
        String name = display.regionDisplayName(region).replaceAll("\\s*[(（].*", "").strip();
        code(region)
            .filter(code -> !name.equals(region) && name.length() > 1)
            .ifPresent(code -> names.add(name(name, code, Mention.Kind.STATE)));
      }
    }
    String kosovo = LocaleDisplayNames.getInstance(locale).regionDisplayName("XK");
    if (!kosovo.equals("XK")) {
      names.add(name(kosovo, "XKX", Mention.Kind.STATE));
    }
    TimeZoneNames zones = TimeZoneNames.getInstance(locale);
    for (String line : NameBookReader.lines("capitals.tsv")) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t");
        String city = zones.getExemplarLocationName(fields[0]);
        if (city != null && !city.isBlank()) {
          names.add(name(city, fields[1], Mention.Kind.CAPITAL));
        }
      }
    }
  }

  private static Optional<String> code(String region) {
    try {
      return Optional.of(new Locale("", region).getISO3Country());
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }

  private static Name name(String text, String code, Mention.Kind kind) {
    return new Name(text, Optional.of(code), kind, true, Name.Care.NONE);
  }
}
