package org.demarche.archive.recode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demarche.archive.recode.Difference.Kind;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.event.Event;

/**
 * Compares what two runs read in the articles that both have coded. Two readings are of the same
 * event when they stand at the same predicate of the same sentence, between the same two parties.
 */
public final class RunDiff {
  private final Archive archive;

  public RunDiff(Archive archive) {
    this.archive = archive;
  }

  /**
   * Hands over every difference: what appeared, what vanished, what changed.
   *
   * @param before the number of the first run
   * @param after the number of the second run
   */
  public void each(long before, long after, Consumer<Difference> sink) {
    archive.eachEvent(
        onlyIn(after, before),
        e ->
            sink.accept(
                new Difference(Kind.APPEARED, Optional.empty(), Optional.of(e), List.of())));
    archive.eachEvent(
        onlyIn(before, after),
        e ->
            sink.accept(
                new Difference(Kind.VANISHED, Optional.of(e), Optional.empty(), List.of())));
    for (Pair pair : changed(before, after)) {
      StoredEvent one = event(pair.before());
      StoredEvent two = event(pair.after());
      sink.accept(
          new Difference(
              Kind.CHANGED, Optional.of(one), Optional.of(two), fields(one.event(), two.event())));
    }
  }

  /** How many article versions both runs have coded. */
  public long articles(long before, long after) {
    return archive
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM coding a JOIN coding b"
                            + " ON b.version_id = a.version_id WHERE a.run_id = ? AND b.run_id = ?")
                    .bind(0, before)
                    .bind(1, after)
                    .mapTo(Long.class)
                    .one());
  }

  private static Filter onlyIn(long run, long other) {
    return new Filter(
        "e.run_id = ? AND e.version_id IN (SELECT version_id FROM coding WHERE run_id = ?)"
            + " AND NOT EXISTS (SELECT 1 FROM event o WHERE o.key = e.key AND o.run_id = ?"
            + " AND o.version_id = e.version_id)",
        List.of(run, other, other));
  }

  private record Pair(long before, long after) {}

  private List<Pair> changed(long before, long after) {
    return archive
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT e.id, o.id FROM event e JOIN event o ON o.key = e.key"
                            + " AND o.version_id = e.version_id AND o.run_id = ?"
                            + " WHERE e.run_id = ? AND (e.type <> o.type OR e.mode <> o.mode"
                            + " OR e.contexts <> o.contexts OR e.cameo <> o.cameo"
                            + " OR e.status <> o.status OR e.first_day <> o.first_day"
                            + " OR e.last_day <> o.last_day OR e.date_basis <> o.date_basis"
                            + " OR e.actor_name <> o.actor_name"
                            + " OR e.recipient_name <> o.recipient_name"
                            + " OR e.country <> o.country OR e.place <> o.place)"
                            + " ORDER BY o.id")
                    .bind(0, after)
                    .bind(1, before)
                    .map((rs, c) -> new Pair(rs.getLong(1), rs.getLong(2)))
                    .list());
  }

  private StoredEvent event(long id) {
    return archive.events(new Filter("e.id = ?", List.of(id))).get(0);
  }

  private static List<String> fields(Event one, Event two) {
    List<String> fields = new ArrayList<>();
    differs(fields, "type", one, two, Event::type);
    differs(fields, "mode", one, two, Event::mode);
    differs(fields, "contexts", one, two, Event::contexts);
    differs(fields, "cameo", one, two, Event::cameo);
    differs(fields, "status", one, two, Event::status);
    differs(fields, "date", one, two, Event::date);
    differs(fields, "actor", one, two, e -> e.actor().map(p -> p.party()));
    differs(fields, "recipient", one, two, e -> e.recipient().map(p -> p.party()));
    differs(fields, "place", one, two, Event::place);
    return fields;
  }

  private static void differs(
      List<String> into, String name, Event one, Event two, Function<Event, Object> field) {
    if (!field.apply(one).equals(field.apply(two))) {
      into.add(name);
    }
  }
}
