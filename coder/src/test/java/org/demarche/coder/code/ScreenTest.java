package org.demarche.coder.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.coder.Engine;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;

/** What is not parsed for want of words would have given nothing. */
class ScreenTest {
  private static final LocalDate DAY = LocalDate.of(2022, 6, 20);

  /** Sentences a text, so that pronouns and descriptions reach back over unread ones. */
  private static final int TOGETHER = 12;

  private final Coder screening = Engine.coder();
  private final Coder all = screening.parsingAll();

  @Test
  void theExamplesOfEveryRuleGiveTheSame() {
    List<String> examples =
        screening.codebook().rules().stream()
            .sorted(java.util.Comparator.comparing(Rule::name))
            .flatMap(r -> r.examples().stream())
            .map(Rule.Example::text)
            .toList();
    for (int i = 0; i < examples.size(); i += TOGETHER) {
      same(String.join(" ", examples.subList(i, Math.min(examples.size(), i + TOGETHER))));
    }
  }

  @Test
  void wholeTextsGiveTheSame() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> samples = Files.list(Path.of("..", "samples"))) {
      samples.filter(p -> p.toString().endsWith(".txt")).sorted().forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThan(10);
    files.add(Path.of("src/test/resources/org/demarche/coder/syntax/news.txt"));
    for (Path file : files) {
      same(Files.readString(file));
    }
  }

  /** Each sentence refers to the one before: none overflows the stack, all are resolved. */
  @Test
  void aLongChainOfPronounsGivesTheSame() {
    StringBuilder text = new StringBuilder("Kazakhstan likes grain. ");
    for (int i = 0; i < 3000; i++) {
      text.append("It was glad of it. ");
    }
    text.append("It attacked Armenia.");
    same(text.toString());
    assertThat(screening.code(Article.of("chain", text.toString()).published(DAY)).events())
        .extracting(e -> e.dyad())
        .containsExactly("KAZ -> ARM");
  }

  private void same(String text) {
    Article article = Article.of("a", text).published(DAY);
    Coding one = screening.code(article);
    Coding other = all.code(article);
    assertThat(one.events()).isEqualTo(other.events());
    assertThat(one.votes()).isEqualTo(other.votes());
    assertThat(one.failures()).isEqualTo(other.failures());
  }
}
