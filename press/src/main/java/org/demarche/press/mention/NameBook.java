package org.demarche.press.mention;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All names of one language.
 *
 * @param inflections by column of the data file
 * @param suffixes particles written together with a name
 */
record NameBook(
    String language, List<Name> names, Map<String, Inflection> inflections, List<String> suffixes) {
  NameBook {
    Objects.requireNonNull(language);
    names = List.copyOf(names);
    inflections = Map.copyOf(inflections);
    suffixes = List.copyOf(suffixes);
  }

  Inflection inflection(Mention.Kind kind) {
    String column =
        switch (kind) {
          case STATE, CAPITAL, ORGANISATION -> "name";
          case ADJECTIVE -> "adjective";
          case PEOPLE -> "people";
        };
    return inflections.getOrDefault(column, Inflection.NONE);
  }
}
