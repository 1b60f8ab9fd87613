package org.demarche.coder.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.dictionary.Imported.Leftover;

/**
 * Reads the dictionaries of TABARI, PETRARCH and PETRARCH2 into a codebook and an actor book. What
 * a file is shows in its lines.
 */
public final class DictionaryImport {
  private DictionaryImport() {}

  /** Reads dictionaries together, so that one file may use the sets of another before it. */
  public static Imported of(List<DataFile> files) {
    List<Leftover> left = new ArrayList<>();
    VerbDictionary verbs = new VerbDictionary(left);
    ActorDictionary actors = new ActorDictionary(left);
    AgentDictionary agents = new AgentDictionary(left);
    boolean hasVerbs = false;
    boolean hasActors = false;
    boolean hasAgents = false;
    for (DataFile file : files) {
      List<DictionaryLine> lines = DictionaryLine.of(file);
      if (VerbDictionary.is(lines)) {
        verbs.read(file);
        hasVerbs = true;
      } else if (AgentDictionary.is(lines)) {
        agents.read(file);
        hasAgents = true;
      } else {
        actors.read(file);
        hasActors = true;
      }
    }
    Map<String, String> rules = hasVerbs ? verbs.rules() : Map.of();
    Map<String, String> book = new LinkedHashMap<>();
    Map<String, Integer> carried = new LinkedHashMap<>();
    if (hasVerbs) {
      carried.put("verbs", verbs.verbs());
      carried.put("verb patterns", verbs.patterns());
      carried.put("sets", verbs.sets());
    }
    if (hasActors) {
      book.put("actors.yaml", actors.yaml());
      carried.put("actor names", actors.names());
      carried.put("dated codes", actors.terms());
    }
    if (hasAgents) {
      book.put("roles.yaml", agents.yaml());
      carried.put("role words", agents.words());
    }
    return new Imported(rules, hasVerbs ? verbs.setsYaml() : "", book, carried, left);
  }
}
