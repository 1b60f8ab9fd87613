package org.demarche.desk.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.page.PressArticle;

/** What is said of the rights in an article. */
public final class Rights {
  private Rights() {}

  /** By those it came through, in order, and on the page; without repetitions. */
  public static List<String> of(PressArticle page) {
    return Stream.concat(
            page.article().provenance().hops().stream().map(Hop::rights), Stream.of(page.rights()))
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(r -> !r.isEmpty())
        .distinct()
        .toList();
  }
}
