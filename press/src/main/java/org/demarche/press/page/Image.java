package org.demarche.press.page;

import java.util.Objects;
import java.util.Optional;

/**
 * A picture beside an article.
 *
 * @param url absent in pages saved as text
 * @param caption empty where there is none
 * @param credit who made it, as the page says; empty where it does not say
 */
public record Image(Optional<String> url, String caption, String credit) {
  public Image {
    Objects.requireNonNull(url);
    Objects.requireNonNull(caption);
    Objects.requireNonNull(credit);
  }
}
