package org.demarche.coder.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.coder.Engine;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Vote;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoderTest {
  private static final LocalDate DAY = LocalDate.of(2022, 6, 20);

  private static List<String> sentences() {
    return Engine.lines(CoderTest.class, "sentences.txt");
  }

  private static Article article(String text) {
    return Article.of("test", text).published(DAY);
  }

  private static Coding code(String text) {
    return Engine.coder().code(article(text));
  }

  /** The five lines of the README, which must hold them as they stand here. */
  @Test
  void fiveLinesOfJavaCodeAnArticle() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String code = "Kazakhstan signed a trade agreement with Japan on Tuesday.";
    assertThat(readme)
        .contains("Coder coder = Coder.create();")
        .contains("Article article = Article.of(\"dispatch-1\", \"" + code + "\");")
        .contains("coder.code(article.published(LocalDate.of(2024, 5, 6))).events()")
        .contains("event.type() + \" \" + event.dyad() + \": \" + event.evidence().text()");

    List<String> printed = new ArrayList<>();
    Coder coder = Coder.create();
    Article article = Article.of("dispatch-1", code);
    for (Event event : coder.code(article.published(LocalDate.of(2024, 5, 6))).events()) {
      printed.add(event.type() + " " + event.dyad() + ": " + event.evidence().text());
    }
    assertThat(printed)
        .containsExactlyInAnyOrder(
            "SUPPORT KAZ -> JPN: Kazakhstan signed a trade agreement with Japan",
            "SUPPORT JPN -> KAZ: Kazakhstan signed a trade agreement with Japan");
  }

  @Test
  void everyOffsetPointsAtItsText() {
    String text = String.join("\n\n", sentences());
    Coding coding = code(text);
    assertThat(coding.events()).hasSizeGreaterThan(30);
    for (Event event : coding.events()) {
      assertThat(event.evidence().span().of(text)).isEqualTo(event.evidence().text());
      CharSpan sentence = coding.sentences().get(event.sentence()).span();
      assertThat(sentence.contains(event.evidence().span())).isTrue();
      assertThat(event.evidence().span().contains(event.evidence().predicate())).isTrue();
      for (Participant p : ends(event)) {
        assertThat(p.span().of(text)).isEqualTo(p.text()).isNotBlank();
        assertThat(p.how()).isNotBlank();
      }
      event.attribution().ifPresent(a -> assertThat(a.span().of(text)).isEqualTo(a.text()));
      event.amount().ifPresent(a -> assertThat(a.span().of(text)).isEqualTo(a.text()));
      assertThat(Engine.coder().codebook().rule(event.evidence().rule()))
          .hasValueSatisfying(r -> assertThat(r.source()).isEqualTo(event.evidence().source()));
      assertThat(event.quad()).isPresent();
    }
    for (Vote vote : coding.votes()) {
      assertThat(vote.span().of(text)).isEqualTo(vote.text());
    }
  }

  private static List<Participant> ends(Event event) {
    return List.of(event.actor(), event.recipient()).stream().flatMap(Optional::stream).toList();
  }

  @Test
  void thereIsOneOutcomeASentence() {
    Coding coding = code(String.join(" ", sentences()));
    assertThat(coding.outcomes()).hasSameSizeAs(coding.sentences());
    assertThat(coding.outcomes())
        .filteredOn(Outcome.NoEvent.class::isInstance)
        .extracting(o -> ((Outcome.NoEvent) o).reason())
        .isNotEmpty()
        .noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void threadsDoNotChangeTheResult(int threads) throws Exception {
    List<Article> articles = sentences().stream().map(CoderTest::article).toList();
    List<Coding> alone = articles.stream().map(Engine.coder()::code).toList();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Coding>> tasks = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        articles.forEach(a -> tasks.add(() -> Engine.coder().code(a)));
      }
      List<Coding> together = new ArrayList<>();
      for (Future<Coding> future : pool.invokeAll(tasks)) {
        together.add(future.get());
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i)).isEqualTo(alone.get(i % alone.size()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void codingTwiceGivesTheSame() {
    Article article = article(String.join(" ", sentences()));
    assertThat(Engine.coder().code(article)).isEqualTo(Engine.coder().code(article));
  }

  @Test
  void aVeryLongSentenceFailsInWords() {
    String list =
        IntStream.range(0, 320).mapToObj(i -> "Peru").collect(Collectors.joining(" and "));
    String text = "Iran attacked Iraq. " + list + " met. Chad attacked Mali.";
    Coding coding = code(text);
    assertThat(coding.failures())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.stage()).isEqualTo("sentence");
              assertThat(f.why()).contains("longer than 300 tokens");
            });
    assertThat(coding.events()).extracting(Event::dyad).contains("IRN -> IRQ", "TCD -> MLI");
  }

  static List<String> strangeTexts() {
    return List.of(
        "",
        " ",
        " \t\r\n\u00a0\u2003\u3000 ",
        "\ud83d\ude00\ud83d\ude80\ud83c\udff4\u200d\u2620\ufe0f",
        "\u202eRussia attacked Ukraine.\u202c",
        "\u0000\u0001\u0002 Iran \u0007attacked\u001b[31m Iraq.\u0000",
        "\ud800 broken surrogate \udc00.",
        "a".repeat(100_000),
        "\u0301\u0301\u0301",
        "....!!!???,,,;;;",
        "\ufeffIran attacked Iraq.",
        "((((((((((((((((((((((((((((((",
        "\u0420\u043e\u0441\u0441\u0438\u044f \u0438 \u041a\u0438\u0442\u0430\u0439.",
        "\u4e2d\u56fd\u548c\u65e5\u672c\u3002",
        "1 2 3 4 5 6 7 8 9 0");
  }

  @ParameterizedTest
  @MethodSource("strangeTexts")
  void strangeTextsAreRead(String text) {
    Coding coding = code(text);
    assertThat(coding.outcomes()).hasSameSizeAs(coding.sentences());
    for (Event event : coding.events()) {
      assertThat(event.evidence().span().of(text)).isEqualTo(event.evidence().text());
    }
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(code("").sentences()).isEmpty();
    assertThat(code(" \n\n ").outcomes()).isEmpty();
    assertThat(code("\ud83d\ude00").events()).isEmpty();
  }

  @Test
  void invisibleMarksDoNotHideAnEvent() {
    assertThat(code("\u202eRussia attacked Ukraine.\u202c").events())
        .extracting(Event::dyad)
        .containsExactly("RUS -> UKR");
  }

  private static Article given(String text, String actor, String recipient) {
    int a = text.indexOf(actor);
    int r = text.indexOf(recipient);
    return new Article(
        "test",
        "",
        "",
        "en",
        Optional.of(DAY),
        text,
        Provenance.UNKNOWN,
        List.of(
            new Article.Party(Article.Role.ACTOR, new CharSpan(a, a + actor.length())),
            new Article.Party(Article.Role.RECIPIENT, new CharSpan(r, r + recipient.length()))));
  }

  @Test
  void givenPartiesGetTheirRelationOnly() {
    String text = "Iran attacked Iraq. Chad praised Mali after Peru met Chile.";
    List<Event> events = Engine.coder().code(given(text, "Chad", "Mali")).events();
    assertThat(events).singleElement().satisfies(e -> assertThat(e.dyad()).isEqualTo("TCD -> MLI"));
    assertThat(Engine.coder().code(given(text, "Chad", "Chile")).events())
        .noneMatch(e -> e.dyad().contains("IRN"));
  }

  @Test
  void givenPartiesNeedNotBeKnown() {
    String text = "The Brantolians attacked Fennoria.";
    assertThat(Engine.coder().code(given(text, "Brantolians", "Fennoria")).events())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.type()).isEqualTo("ASSAULT");
              assertThat(ends(e))
                  .extracting(Participant::text)
                  .containsExactly("Brantolians", "Fennoria");
            });
  }

  @Test
  void oneGivenPartyIsRefused() {
    Article article =
        new Article(
            "test",
            "",
            "",
            "en",
            Optional.empty(),
            "Iran attacked Iraq.",
            Provenance.UNKNOWN,
            List.of(new Article.Party(Article.Role.ACTOR, new CharSpan(0, 4))));
    assertThatThrownBy(() -> Engine.coder().code(article))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one actor and one recipient");
  }

  @Test
  void aPartyBeyondTheTextIsRefused() {
    assertThatThrownBy(
            () ->
                new Article(
                    "test",
                    "",
                    "",
                    "en",
                    Optional.empty(),
                    "Iran.",
                    Provenance.UNKNOWN,
                    List.of(new Article.Party(Article.Role.ACTOR, new CharSpan(0, 40)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends after the text");
  }

  @Test
  void anotherOntologyCodesWithItsOwnTypes() {
    List<DataFile> files = new ArrayList<>();
    for (String name : List.of("sets.yaml", "weather.yaml")) {
      files.add(
          new DataFile(name, String.join("\n", Engine.lines(CoderTest.class, "ontology/" + name))));
    }
    Codebook weather = Codebook.of(files);
    Coder coder = new Coder(Engine.syntax(), Engine.coder().actorBook(), weather);
    List<Event> events =
        coder.code(article("Peru praised Chile. Iran scolded Iraq. Chad attacked Mali.")).events();
    assertThat(events).extracting(Event::type).containsExactly("SUN", "RAIN");
    assertThat(events).extracting(Event::mode).containsExactly("", "heavy");
    assertThat(events).allMatch(e -> e.quad().isEmpty() && e.goldstein().isEmpty());
    assertThat(new CodebookCheck(coder).run().failures()).isEmpty();
  }

  @Test
  void theRunNamesWhatCoded() {
    Run run = code("Iran attacked Iraq.").run();
    assertThat(run).isEqualTo(Engine.coder().run());
    assertThat(run.codebook()).isEqualTo(Engine.coder().codebook().hash());
    assertThat(Objects.requireNonNull(run.parser())).isNotBlank();
  }

  @Test
  void explainingSaysWhyNothingCameOfASentence() {
    List<Explanation> steps = Engine.coder().explain(article("Russia did not attack Poland."));
    assertThat(steps)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.matches()).isNotEmpty();
              assertThat(e.actors().all()).hasSize(2);
              assertThat(e.outcome())
                  .isInstanceOfSatisfying(
                      Outcome.NoEvent.class, n -> assertThat(n.reason()).contains("negated"));
            });
  }
}
