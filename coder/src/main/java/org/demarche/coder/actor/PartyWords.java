package org.demarche.coder.actor;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.demarche.coder.syntax.Parser.Tagged;
import org.demarche.coder.syntax.Sentence;

/**
 * Tells by its words that a sentence names nobody whom an event can be about: no name of the book,
 * no role, no group or description, and no pronoun of the third person. The first person is whoever
 * speaks, who is named in the same sentence or not known. Thread-safe.
 */
public final class PartyWords {
  private final ActorBook book;

  /** The last words of roles. */
  private final Set<String> roles;

  public PartyWords(ActorBook book) {
    this.book = book;
    this.roles =
        book.roles().stream()
            .map(r -> r.noun().substring(r.noun().lastIndexOf(' ') + 1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a sentence holds a name of the book. */
  public boolean named(Sentence sentence) {
    int size = sentence.size();
    for (int i = 0; i < size; i++) {
      if (book.names().longest(i, size, k -> form(sentence, k), s -> true) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of these lemmas may stand for somebody, named or not. */
  public boolean may(String form, Set<String> lemmas) {
    return PronounReader.thirdPerson(form)
        || roles.contains(form.toLowerCase(Locale.ROOT))
        || lemmas.stream().anyMatch(l -> roles.contains(l) || GroupReader.mayName(l, book));
  }

  /** Whether a sentence that names nobody of the book may speak of somebody all the same. */
  public boolean may(Tagged tagged) {
    Sentence sentence = tagged.sentence();
    for (int i = 0; i < sentence.size(); i++) {
      if (PronounReader.thirdPerson(form(sentence, i))
          || GroupReader.mayName(tagged.lemma(i), book)
          || role(i, sentence.size(), tagged::lemma)
          || role(i, sentence.size(), k -> form(sentence, k).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private boolean role(int from, int size, IntFunction<String> words) {
    return book.roleNames().longest(from, size, words, r -> true) != null;
  }

  private static String form(Sentence sentence, int token) {
    return sentence.tokens().get(token).visible();
  }
}
