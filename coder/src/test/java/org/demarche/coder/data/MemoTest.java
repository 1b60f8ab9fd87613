package org.demarche.coder.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {
  @Test
  void keepsNoMoreThanItMayAndAnswersAllTheSame() {
    List<Integer> asked = new ArrayList<>();
    Memo<Integer, String> memo =
        new Memo<>(
            2,
            key -> {
              asked.add(key);
              return "value " + key;
            });
    for (int round = 0; round < 2; round++) {
      for (int key = 0; key < 4; key++) {
        assertThat(memo.of(key)).isEqualTo("value " + key);
      }
    }
    assertThat(asked).containsExactly(0, 1, 2, 3, 2, 3);
  }
}
