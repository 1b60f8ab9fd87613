package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that rules ask for, numbered, and the groups of which a rule asks one. Filled while a
 * codebook is read; not changed after.
 */
final class Vocabulary {
  private static final int[] NONE = {};

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Set<String>, Integer> groups = new HashMap<>();
  private final List<int[]> groupsOf = new ArrayList<>();

  /** The number of a word, given one where it has none. */
  int add(String word) {
    Integer known = ids.get(word);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    ids.put(word, id);
    groupsOf.add(NONE);
    return id;
  }

  /** The number of a group of words, given one where it has none. */
  int addGroup(Set<String> words) {
    Integer known = groups.get(words);
    if (known != null) {
      return known;
    }
    int group = groups.size();
    groups.put(Set.copyOf(words), group);
    for (String word : words) {
      int id = add(word);
      int[] old = groupsOf.get(id);
      int[] more = java.util.Arrays.copyOf(old, old.length + 1);
      more[old.length] = group;
      groupsOf.set(id, more);
    }
    return group;
  }

  /** The number of a word that some rule asks for, or -1. */
  int id(String word) {
    return ids.getOrDefault(word, -1);
  }

  int size() {
    return ids.size();
  }

  int groupCount() {
    return groups.size();
  }

  /** The groups that a word belongs to. */
  int[] groupsOf(int id) {
    return groupsOf.get(id);
  }
}
