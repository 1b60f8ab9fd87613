package org.demarche.desk.demo;

import java.util.Objects;
import java.util.Optional;
import org.demarche.press.page.PressArticle;

/**
 * One piece of the demo archive.
 *
 * @param translationOf the key of the piece that this one translates
 */
record DemoPage(PressArticle page, Optional<String> translationOf) {
  DemoPage {
    Objects.requireNonNull(page);
    Objects.requireNonNull(translationOf);
  }
}
