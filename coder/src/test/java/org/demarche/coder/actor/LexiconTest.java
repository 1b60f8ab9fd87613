package org.demarche.coder.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private static final int END = 5;

  private final Random random = new Random(7);

  private List<String> words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      words.add("w" + random.nextInt(12));
    }
    return words;
  }

  @Test
  void findsTheLongestNameThatCounts() {
    Lexicon<Integer> lexicon = new Lexicon<>();
    Map<List<String>, List<Integer>> names = new LinkedHashMap<>();
    for (int i = 0; i < 2000; i++) {
      List<String> name = words(4);
      int meaning = random.nextInt(9);
      lexicon.add(name, meaning);
      List<Integer> meanings = names.computeIfAbsent(name, n -> new ArrayList<>());
      if (!meanings.contains(meaning)) {
        meanings.add(meaning);
      }
    }
    for (int i = 0; i < 5000; i++) {
      List<String> text = new ArrayList<>(words(8));
      while (text.size() < END) {
        text.add("unknown");
      }
      Lexicon.Match<Integer> expected = null;
      for (int end = 2; end <= END; end++) {
        List<Integer> meanings = names.getOrDefault(text.subList(1, end), List.of());
        if (meanings.stream().anyMatch(m -> m > 2)) {
          expected = new Lexicon.Match<>(1, end, meanings);
        }
      }
      assertThat(lexicon.longest(1, END, text::get, m -> m > 2)).isEqualTo(expected);
    }
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(new Lexicon<Integer>().longest(0, 1, i -> "any", m -> true)).isNull();
  }
}
