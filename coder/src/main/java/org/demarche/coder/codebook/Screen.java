package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.demarche.coder.actor.PartyWords;
import org.demarche.coder.codebook.Codebook.Entry;
import org.demarche.coder.data.Memo;
import org.demarche.coder.syntax.Parser.Tagged;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Token;

/**
 * Tells by its words that a sentence holds no event, so that it need not be parsed. Never says so
 * of a sentence that some rule reads: a rule can fit only where its predicate stands and, of all
 * that it asks of nouns, one word each, and only where somebody is spoken of. Thread-safe.
 */
public final class Screen {
  /** Verbs, nouns, adjectives, as {@link Codebook#indexes} has them. */
  private static final int VERB = 0;

  private static final int NOUN = 1;
  private static final int ADJECTIVE = 2;
  private static final int KINDS = 3;

  /** Forms kept with what they may be. */
  private static final int MOST_FORMS = 200_000;

  /** What a form may be. */
  private static final class Form {
    /** The numbers of the words that rules ask for. */
    private final int[] words;

    /** Whether it makes a sentence worth reading whatever the rules say. */
    private final boolean worth;

    /** Whether it may stand for somebody. */
    private final boolean party;

    Form(int[] words, boolean worth, boolean party) {
      this.words = words;
      this.worth = worth;
      this.party = party;
    }
  }

  private final Vocabulary vocabulary;
  private final Set<String> more;
  private final Function<String, Set<String>> lemmas;

  /** What the rules ask beside their predicate, by kind and number of the predicate's word. */
  private final Requirement[][][] requirements = new Requirement[KINDS][][];

  private final PartyWords parties;
  private final Memo<String, Form> forms = new Memo<>(MOST_FORMS, this::form);

  /**
   * @param more lemmas that make a sentence worth reading whatever the rules say: positions in
   *     votes
   * @param lemmas all lemmas that a form may be given
   * @param parties tells whether somebody is spoken of at all
   */
  public Screen(
      Codebook codebook,
      Set<String> more,
      Function<String, Set<String>> lemmas,
      PartyWords parties) {
    this.parties = parties;
    this.vocabulary = codebook.vocabulary();
    this.more = Set.copyOf(more);
    this.lemmas = lemmas;
    for (int kind = 0; kind < KINDS; kind++) {
      requirements[kind] = requirements(codebook.indexes().get(kind));
    }
  }

  private Requirement[][] requirements(Map<String, List<Entry>> index) {
    Requirement[][] of = new Requirement[vocabulary.size()][];
    index.forEach(
        (key, entries) -> {
          Set<Requirement> distinct = new LinkedHashSet<>();
          entries.stream()
              .map(Entry::requirement)
              .filter(r -> !r.dependent())
              .forEach(distinct::add);
          of[vocabulary.id(key)] = distinct.toArray(new Requirement[0]);
        });
    return of;
  }

  /** Whether a sentence may hold an event, by all that its words may be. */
  public boolean passes(Sentence sentence) {
    SentenceWords words = new SentenceWords(vocabulary);
    List<int[]> tokens = new ArrayList<>(sentence.size());
    boolean worth = false;
    boolean party = false;
    for (Token token : sentence.tokens()) {
      Form form = forms.of(token.visible());
      worth |= form.worth;
      party |= form.party;
      if (form.words.length > 0) {
        words.add(form.words);
        tokens.add(form.words);
      }
    }
    return (worth || tokens.stream().anyMatch(ids -> meets(words, ids)))
        && (party || parties.named(sentence));
  }

  private boolean meets(SentenceWords words, int[] ids) {
    for (int id : ids) {
      if (meets(words, VERB, id) || meets(words, NOUN, id) || meets(words, ADJECTIVE, id)) {
        return true;
      }
    }
    return false;
  }

  /** The same, once the tagger has said what the words are. */
  public boolean passes(Tagged tagged) {
    return asks(tagged) && (parties.named(tagged.sentence()) || parties.may(tagged));
  }

  private boolean asks(Tagged tagged) {
    SentenceWords words = new SentenceWords(vocabulary);
    for (int i = 0; i < tagged.sentence().size(); i++) {
      String lemma = tagged.lemma(i);
      if (more.contains(lemma)) {
        return true;
      }
      words.add(
          SentenceWords.ids(
              vocabulary, tagged.sentence().tokens().get(i).visible(), List.of(lemma)));
    }
    for (int i = 0; i < tagged.sentence().size(); i++) {
      String pos = tagged.pos(i);
      int lemma = vocabulary.id(Spelling.fold(tagged.lemma(i)));
      boolean met =
          pos.startsWith("NN")
              ? meets(words, NOUN, lemma)
              : pos.startsWith("JJ")
                  ? meets(words, ADJECTIVE, lemma)
                  : pos.startsWith("VB")
                      && (meets(words, VERB, lemma)
                          // a participle may stand as an adjective, a gerund as a noun
                          || meets(words, ADJECTIVE, lemma)
                          || meets(
                              words,
                              NOUN,
                              vocabulary.id(
                                  Spelling.fold(tagged.sentence().tokens().get(i).visible()))));
      if (met) {
        return true;
      }
    }
    return false;
  }

  private boolean meets(SentenceWords words, int kind, int id) {
    Requirement[] asked = id < 0 ? null : requirements[kind][id];
    if (asked != null) {
      for (Requirement requirement : asked) {
        if (words.meetsAlone(requirement)) {
          return true;
        }
      }
    }
    return false;
  }

  private Form form(String form) {
    Set<String> possible = lemmas.apply(form);
    return new Form(
        SentenceWords.ids(vocabulary, form, possible),
        possible.stream().anyMatch(more::contains),
        parties.may(form, possible));
  }
}
