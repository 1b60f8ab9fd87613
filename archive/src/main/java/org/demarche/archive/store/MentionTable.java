package org.demarche.archive.store;

import java.util.LinkedHashSet;
import java.util.Set;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Vote;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who is named in each version of an article. */
final class MentionTable {
  private MentionTable() {}

  static boolean isEmpty(Handle handle, long version) {
    return handle
        .createQuery("SELECT 1 FROM mention WHERE version_id = ? LIMIT 1")
        .bind(0, version)
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  /** Replaces the mentions of a version by those of an entry. */
  static void put(Handle handle, long version, Entry entry) {
    handle.execute("DELETE FROM mention WHERE version_id = ?", version);
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO mention (version_id, start_at, end_at, code, sectors, name, kind, how)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (StoredMention m : mentions(entry)) {
      batch.add(
          version,
          m.span().start(),
          m.span().end(),
          m.party().code(),
          String.join(" ", m.party().sectors()),
          m.party().name(),
          m.party().kind().name(),
          m.how());
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** What the coder read goes before what only looks like a name of the same. */
  private static Set<StoredMention> mentions(Entry entry) {
    Set<StoredMention> read = entry.coding().map(MentionTable::taking).orElse(Set.of());
    Set<StoredMention> all = new LinkedHashSet<>(read);
    for (StoredMention named : entry.named()) {
      if (read.stream()
          .noneMatch(
              r ->
                  r.party().code().equals(named.party().code())
                      && r.span().overlaps(named.span()))) {
        all.add(named);
      }
    }
    return all;
  }

  /** Who takes part in events and votes, or is quoted for them. */
  private static Set<StoredMention> taking(Coding coding) {
    Set<StoredMention> mentions = new LinkedHashSet<>();
    for (Event event : coding.events()) {
      event.actor().map(MentionTable::mention).ifPresent(mentions::add);
      event.recipient().map(MentionTable::mention).ifPresent(mentions::add);
      event
          .attribution()
          .ifPresent(
              a ->
                  a.party().ifPresent(p -> mentions.add(new StoredMention(a.span(), p, a.verb()))));
    }
    for (Vote vote : coding.votes()) {
      mentions.add(mention(vote.voter()));
      vote.against().map(MentionTable::mention).ifPresent(mentions::add);
    }
    return mentions;
  }

  private static StoredMention mention(Participant p) {
    return new StoredMention(p.span(), p.party(), p.how());
  }
}
