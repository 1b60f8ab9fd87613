package org.demarche.archive.tally;

import java.util.Arrays;
import java.util.List;
import org.demarche.archive.search.Query;
import org.demarche.coder.event.Status;

/**
 * What counts where a chart has no room for the status: an act that took place, or the promise,
 * demand, threat or refusal of one, which is an act of words. What is denied, conditional or only
 * planned is none.
 */
public final class Acts {
  private static final List<String> FACTS =
      Arrays.stream(Status.values()).filter(Status::isFact).map(Status::label).toList();

  /** Acts of words about an act that has not taken place. */
  private static final List<String> OF_INTENT = List.of("AGREE", "REQUEST", "REJECT", "THREATEN");

  private static final List<String> UNSAID =
      List.of(Status.DENIED.label(), Status.CONDITIONAL.label());

  private Acts() {}

  /** Of the events that a query finds those that count so. */
  public static Query of(Query query) {
    Query facts = new Query.Attribute(Query.Column.STATUS, FACTS);
    Query said =
        new Query.And(
            List.of(
                new Query.Attribute(Query.Column.TYPE, OF_INTENT),
                new Query.Not(new Query.Attribute(Query.Column.STATUS, UNSAID))));
    return new Query.And(List.of(query, new Query.Or(List.of(facts, said))));
  }
}
