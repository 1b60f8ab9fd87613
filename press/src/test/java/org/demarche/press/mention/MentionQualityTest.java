package org.demarche.press.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Precision and recall of mentions, by span and code, on invented sentences of each language. The
 * second file of a language was written after the data files were done.
 */
class MentionQualityTest {
  private static final Pattern MARK = Pattern.compile("\\[([^\\]]+) ([A-Z0-9]+)\\]");
  private static final MentionFinder FINDER = new MentionFinder();

  private record Marked(String text, Set<String> mentions) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ru", "uk", "es", "fr", "de", "ar", "zh", "en", "ru-2", "uk-2", "es-2", "fr-2", "de-2",
        "ar-2", "zh-2"
      })
  void mentionsAreFoundAndNothingElse(String file) throws IOException {
    List<Marked> gold = gold(file);
    String language = file.substring(0, 2);
    int right = 0;
    int found = 0;
    int wanted = 0;
    List<String> wrong = new ArrayList<>();
    for (Marked sentence : gold) {
      Set<String> mentions =
          FINDER.find(sentence.text(), language).stream()
              .map(m -> shown(m.span(), sentence.text(), m.code()))
              .collect(Collectors.toCollection(HashSet::new));
      found += mentions.size();
      wanted += sentence.mentions().size();
      Set<String> missed = new HashSet<>(sentence.mentions());
      missed.removeAll(mentions);
      right += sentence.mentions().size() - missed.size();
      mentions.removeAll(sentence.mentions());
      missed.forEach(m -> wrong.add("missed " + m));
      mentions.forEach(m -> wrong.add("too many " + m));
    }
    double precision = (double) right / found;
    double recall = (double) right / wanted;
    String figures =
        String.format(
            Locale.ROOT,
            "mentions %s: %d sentences, %d mentions, precision %.3f, recall %.3f %s",
            file,
            gold.size(),
            wanted,
            precision,
            recall,
            wrong);
    System.out.println(figures);
    assertThat(precision).describedAs(figures).isGreaterThanOrEqualTo(0.95);
    assertThat(recall).describedAs(figures).isGreaterThanOrEqualTo(0.95);
  }

  private static List<Marked> gold(String file) throws IOException {
    try (InputStream in = MentionQualityTest.class.getResourceAsStream(file + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(MentionQualityTest::marked)
          .toList();
    }
  }

  private static Marked marked(String line) {
    StringBuilder text = new StringBuilder();
    Set<String> mentions = new HashSet<>();
    Matcher mark = MARK.matcher(line);
    int at = 0;
    while (mark.find()) {
      text.append(line, at, mark.start());
      CharSpan span = new CharSpan(text.length(), text.length() + mark.group(1).length());
      text.append(mark.group(1));
      mentions.add(shown(span, text.toString(), mark.group(2)));
      at = mark.end();
    }
    text.append(line.substring(at));
    return new Marked(text.toString(), mentions);
  }

  private static String shown(CharSpan span, String text, String code) {
    return span.start() + " " + span.of(text) + " " + code;
  }
}
