package org.demarche.evaluation.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.coder.code.Coder;
import org.junit.jupiter.api.Test;

class SoakTest {
  private static final int ARTICLES = 60;

  private final Coder coder = Coder.create();

  @Test
  void anyNumberOfThreadsGivesTheSame() {
    Soak soak = new Soak(coder, 3);
    List<String> one = soak.lines(0, ARTICLES, 1);
    assertThat(one).hasSizeGreaterThan(ARTICLES / 2);
    assertThat(soak.lines(0, ARTICLES, 2)).isEqualTo(one);
    assertThat(soak.lines(0, ARTICLES, 8)).isEqualTo(one);
  }

  @Test
  void theSameSeedAndNumberGiveTheSameArticle() {
    SyntheticPress press = new SyntheticPress(coder, 3);
    assertThat(new SyntheticPress(coder, 3).article(11)).isEqualTo(press.article(11));
    assertThat(press.article(12).text()).isNotEqualTo(press.article(11).text());
    assertThat(new SyntheticPress(coder, 4).article(11)).isNotEqualTo(press.article(11));
  }
}
