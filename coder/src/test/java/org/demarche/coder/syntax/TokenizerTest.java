package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  private static final Tokenizer TOKENIZER = new Tokenizer();

  private static List<String> forms(String text) {
    return tokenize(text).tokens().stream().map(Token::form).toList();
  }

  private static Sentence tokenize(String text) {
    return TOKENIZER.tokenize(0, new CharSpan(0, text.length()), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '#',
      value = {
        "Russian-led forces^Russian|-|led|forces",
        "U.S.-led talks^U.S.|-|led|talks",
        "anti-government co-operation^anti-government|co-operation",
        "an F-16 jet^an|F-16|jet",
        "Russia's men didn't go^Russia|'s|men|did|n't|go",
        "Russia\u2019s men didn\u2019t go^Russia|\u2019s|men|did|n\u2019t|go",
        "the states' rights.^the|states|'|rights|.",
        "\u201cNo,\u201d he said.^\u201c|No|,|\u201d|he|said|.",
        "$5 million and 12%^$|5|million|and|12|%",
        "1,200 men on 3/4/2019^1,200|men|on|3/4/2019",
        "war\u2014and peace\u2026^war|\u2014|and|peace|\u2026",
        "He left the U.S.^He|left|the|U.S.",
        "the gov\u00adern\u00adment^the|gov\u00adern\u00adment",
        "10\u00a0men^10|men",
        "anti-U.S. marches and the U.S.'s reply^anti-U.S.|marches|and|the|U.S.|'s|reply",
        "cannot go^can|not|go",
        "He said: (up 5%) in (2018): no!)^He|said|:|(|up|5|%|)|in|(|2018|)|:|no|!|)",
        "aged: 8 18 80 8th 2018 8.^aged|:|8|18|80|8th|2018|8|.",
        "it said:\"Go\"^it|said|:|\"|Go|\"",
        "He held a gun; she fled.^He|held|a|gun|;|she|fled|.",
        "at 8:30 a.m.: see http://x.org/a:b^at|8:30|a.m.|:|see|http://x.org/a:b",
        "( a ) b^(|a|)|b"
      })
  void cutsAsTheParserWasTrained(String text, String expected) {
    assertThat(forms(text)).containsExactly(expected.split("\\|", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A 😀 emoji👩‍🚀 word",
        "bell\u0007 null\u0000 escape\u001b[0m",
        "\u200bzero\u200b width \u200b",
        "\u200b\u00ad",
        "\ufeffmark",
        "http://example.org/a-b?c=d (see www.example.com) a@b.org",
        ":-) ;-( ... !!! ?! -- ---",
        "((((([[[{{{<<<\"'`",
        "«Guillemets» „low“ ‚single‘",
        "\u2028line\u2029paragraph\u0085next",
        "\ud800lone \udc00surrogates",
        "no. No. no. 5 dunno gimme wanna 'tis",
        "'90s '90S 5's 3pm 10km 5kg $5.00US$ US$5",
        "मोदी ने कहा 中国外交部发言人 العربية"
      })
  void alignsNastyText(String text) {
    check(text, new CharSpan(0, text.length()));
  }

  @Test
  void givesOffsetsOfTheArticle() {
    String text = "Skip this. Gen. Ortega\u2019s men left.";
    Sentence sentence = TOKENIZER.tokenize(3, new CharSpan(11, text.length()), text);
    assertThat(sentence.index()).isEqualTo(3);
    assertThat(sentence.tokens().get(2)).isEqualTo(new Token(2, "\u2019s", new CharSpan(22, 24)));
  }

  @Test
  void takesLongRunsAsOneToken() {
    String run = "x-".repeat(50_000);
    assertThat(forms("Before it, " + run + " and after."))
        .containsExactly("Before", "it", ",", run, "and", "after", ".");
  }

  @Property(tries = 1000)
  void alignsAnyText(@ForAll String text) {
    check(text, new CharSpan(0, text.length()));
  }

  @Property(tries = 2000)
  void alignsTroublesomeText(@ForAll("troublesome") String text) {
    check(text, new CharSpan(0, text.length()));
  }

  @Provide
  Arbitrary<String> troublesome() {
    return Arbitraries.of(
            " ",
            "\n",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "'",
            "\u2019",
            "\u201c",
            "\"",
            "-",
            "\u2014",
            ".",
            "...",
            "\u2026",
            "(",
            ")",
            "[",
            ",",
            "/",
            ":",
            "$",
            "%",
            "5",
            "1,000",
            "a",
            "U.S.",
            "no",
            "can",
            "not",
            "n't",
            "'s",
            "Co.",
            "\ud83d\ude00",
            "\ud800",
            "é",
            "@",
            "http://",
            "x.org",
            "km",
            "&",
            "\u0007",
            "\u2028")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static void check(String text, CharSpan span) {
    Sentence sentence = TOKENIZER.tokenize(0, span, text);
    int at = span.start();
    for (Token token : sentence.tokens()) {
      assertThat(token.form()).isEqualTo(token.span().of(text)).isNotEmpty();
      assertThat(token.span().start()).isGreaterThanOrEqualTo(at);
      assertThat(text.substring(at, token.span().start()).chars())
          .allMatch(c -> SentenceSplitter.isBlank((char) c.intValue()));
      assertThat(token.form().chars())
          .noneMatch(c -> SentenceSplitter.isBlank((char) c.intValue()));
      at = token.span().end();
    }
    assertThat(text.substring(at, span.end()).chars())
        .allMatch(c -> SentenceSplitter.isBlank((char) c.intValue()));
  }
}
