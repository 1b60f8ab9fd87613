package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Run by run gives what the rules give of all together. */
class TokenRulesTest {
  private final TokenRules rules = new TokenRules();

  @Test
  void samples() throws IOException {
    List<Path> files;
    try (Stream<Path> samples = Files.list(Path.of("..", "samples"))) {
      files = samples.filter(p -> p.toString().matches(".*\\.(txt|jsonl)")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      Files.readString(file).lines().filter(l -> l.length() < 5_000).forEach(this::same);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "No. 5 of the list ( a ) was signed on Mar. 3 .",
        "cannot gonna 10km $5 US$10bn 5%-10% AT&T www.example.com/a?b=c a@b.org",
        "He said: \"It's Russia's, states' and didn't.\"  (U.S.-led) F-16s ...",
        "a\tb\u00a0c \ud83d\ude00 --- ?! ' '' ` ``"
      })
  void oddities(String text) {
    same(text);
  }

  private void same(String text) {
    assertThat(rules.tokens(text)).isEqualTo(rules.undivided(text));
    assertThat(rules.tokens(text)).as("again").isEqualTo(rules.undivided(text));
  }
}
