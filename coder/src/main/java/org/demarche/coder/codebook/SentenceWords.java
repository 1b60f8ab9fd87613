package org.demarche.coder.codebook;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The words of one sentence that rules ask for. */
final class SentenceWords {
  private static final int[] NONE = {};

  private final Vocabulary vocabulary;
  private final BitSet words;
  private final BitSet groups;

  SentenceWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.words = new BitSet(vocabulary.size());
    this.groups = new BitSet(vocabulary.groupCount());
  }

  /** The numbers of all words that a token counts as: form, lemma, the parts of a compound. */
  static int[] ids(Vocabulary vocabulary, String form, Iterable<String> lemmas) {
    String folded = Spelling.fold(form);
    IntStream.Builder found = IntStream.builder();
    found.add(vocabulary.id(folded));
    if (folded.indexOf('-') > 0) {
      for (String part : folded.split("-")) {
        found.add(vocabulary.id(part));
      }
    }
    for (String lemma : lemmas) {
      found.add(vocabulary.id(Spelling.fold(lemma)));
    }
    int[] ids = found.build().filter(id -> id >= 0).distinct().toArray();
    return ids.length == 0 ? NONE : ids;
  }

  void add(int[] ids) {
    for (int id : ids) {
      if (!words.get(id)) {
        words.set(id);
        for (int group : vocabulary.groupsOf(id)) {
          groups.set(group);
        }
      }
    }
  }

  /** Whether a frame may fit, given that other rules may read acts here. */
  boolean meets(Requirement requirement) {
    return all(requirement.words(), words) && all(requirement.groups(), groups);
  }

  /** Whether a frame may fit where no other rule reads anything. */
  boolean meetsAlone(Requirement requirement) {
    return !requirement.dependent() && all(requirement.orAct(), groups) && meets(requirement);
  }

  private static boolean all(List<Integer> wanted, BitSet there) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!there.get(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }
}
