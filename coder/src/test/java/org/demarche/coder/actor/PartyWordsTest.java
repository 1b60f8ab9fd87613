package org.demarche.coder.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.demarche.coder.Engine;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyWordsTest {
  private final Syntax syntax = Engine.syntax();
  private final PartyWords words = new PartyWords(Engine.coder().actorBook());

  private Sentence sentence(String text) {
    return syntax.sentences(text).get(0);
  }

  private boolean somebody(String text) {
    Sentence sentence = sentence(text);
    return words.named(sentence) || words.may(syntax.tag(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A shell hit a school in Kharkiv.",
        "Protesters were arrested.",
        "They were arrested.",
        "Its fleet was attacked.",
        "The alliance sent help.",
        "Both sides agreed.",
        "The Prime Minister resigned."
      })
  void somebodyIsSpokenOf(String text) {
    assertThat(somebody(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can save a drink for later.",
        "We need to help ourselves.",
        "A bomb killed seven.",
        "There was a warning."
      })
  void nobodyIs(String text) {
    assertThat(somebody(text)).isFalse();
  }

  /** What may be said before tagging is never less than what is said after it. */
  @Test
  void aFormMayBeWhateverItsTokenIs() {
    Sentence sentence =
        sentence("They told the two countries' ministers that its army and rebels would agree.");
    for (int i = 0; i < sentence.size(); i++) {
      String form = sentence.tokens().get(i).form();
      String lemma = syntax.tag(sentence).lemma(i);
      boolean after = words.may(form, Set.of(lemma));
      assertThat(!after || words.may(form, syntax.parser().lemmas(form))).as(form).isTrue();
    }
  }
}
