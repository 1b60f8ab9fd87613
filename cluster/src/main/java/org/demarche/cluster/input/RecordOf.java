package org.demarche.cluster.input;

import java.util.Objects;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/**
 * What was read of one record.
 *
 * @param source the file
 * @param number of the record in its file; what comes later has a higher one
 */
public record RecordOf(Source source, long number, Item<PressArticle> input) {
  public RecordOf {
    Objects.requireNonNull(source);
    Objects.requireNonNull(input);
  }
}
