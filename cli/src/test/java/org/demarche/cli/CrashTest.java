package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.demarche.coder.code.Coder;
import org.demarche.coder.syntax.Parser;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.syntax.Tokenizer;
import org.demarche.coder.text.SentenceSplitter;
import org.junit.jupiter.api.Test;

/** An article on which the coder breaks down is that article's failure, not the run's. */
class CrashTest {
  private static final String INPUT =
      """
      {"id":"one","text":"Japan attacked Russia."}
      {"id":"two","text":"Japan crashed into Russia."}
      {"id":"three","text":"Japan attacked Russia."}
      """;

  /** The real parser, except that one word breaks it. */
  private record Brittle(Parser parser) implements Parser {
    @Override
    public Tagged tag(Sentence sentence) {
      if (sentence.tokens().stream().anyMatch(t -> t.form().equals("crashed"))) {
        throw new IllegalStateException("broken on purpose");
      }
      return parser.tag(sentence);
    }

    @Override
    public Set<String> lemmas(String form) {
      return parser.lemmas(form);
    }

    @Override
    public String version() {
      return parser.version();
    }
  }

  @Test
  void theRestGoesOn() {
    Syntax syntax =
        new Syntax(new SentenceSplitter(), new Tokenizer(), new Brittle(Syntax.load().parser()));
    Engine engine = options -> new Coder(syntax, options.actorBook(), options.codebook());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session session =
        new Session(
            new ByteArrayInputStream(INPUT.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            100,
            false);
    int exit = Demarche.run(session, engine, "code", "-", "--threads", "2");
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"article\":\"one\"")
        .contains("\"article\":\"three\"");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("two: coding failed: java.lang.IllegalStateException: broken on purpose")
        .contains("failed: 1 coding failed: two");
  }
}
