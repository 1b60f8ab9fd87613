package org.demarche.desk.view;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.StoredVote;
import org.demarche.archive.tally.Acts;
import org.demarche.archive.tally.Pair;
import org.demarche.archive.tally.Tally;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.desk.correct.Books;
import org.springframework.stereotype.Component;

/** What is known of actors and of pairs of them. Thread-safe. */
@Component
public final class Actors {
  private static final int PARTNERS = 200;

  private final Books books;
  private final Search search;
  private final Tally tally;

  public Actors(Books books, Search search, Tally tally) {
    this.books = books;
    this.search = search;
    this.tally = tally;
  }

  /** Who somebody is on a day. */
  public ActorProfile profile(String code, LocalDate at) {
    ActorBook book = books.actors();
    Optional<ActorEntry> entry = book.entry(code);
    return new ActorProfile(
        code,
        at,
        entry,
        entry.map(e -> offices(e, at)).orElse(List.of()),
        book.entries().stream()
            .map(ActorEntry::code)
            .filter(o -> book.members(o, at).contains(code))
            .toList(),
        book.members(code, at),
        book.entries().stream()
            .filter(e -> e.partOf().filter(code::equals).isPresent() && e.existence().holds(at))
            .map(ActorEntry::code)
            .toList());
  }

  private static List<ActorProfile.Held> offices(ActorEntry entry, LocalDate at) {
    return entry.offices().stream()
        .map(
            o ->
                new ActorProfile.Held(
                    name(o),
                    o.terms().stream().filter(t -> t.period().holds(at)).toList(),
                    !o.terms().isEmpty()))
        .filter(ActorProfile.Held::known)
        .toList();
  }

  /** What the book has no word of its own for goes by its title. */
  private static String name(ActorEntry.Office office) {
    boolean other = office.office().equals("other") && !office.titles().isEmpty();
    return other ? office.titles().get(0) : office.office().replace('-', ' ');
  }

  /** All events in which somebody takes part. */
  public static Query of(String code) {
    return party(Query.Side.EITHER, code);
  }

  /** All events between two, in either direction. */
  public static Query between(String one, String other) {
    return new Query.Or(List.of(towards(one, other), towards(other, one)));
  }

  private static Query towards(String actor, String recipient) {
    return new Query.And(
        List.of(party(Query.Side.ACTOR, actor), party(Query.Side.RECIPIENT, recipient)));
  }

  private static Query party(Query.Side side, String code) {
    return new Query.Party(side, code, "", "");
  }

  /** With whom somebody acts, most frequent first. */
  public List<Pair> partners(String code) {
    return tally.pairs(Acts.of(of(code)), PARTNERS);
  }

  /**
   * How somebody voted, latest first.
   *
   * @param limit at most so many
   */
  public List<StoredVote> votes(String code, int limit) {
    return search.votes(party(Query.Side.ACTOR, code), limit, Optional.empty()).found();
  }

  /** What passed between two, by type and direction; acts alone. */
  public PairView pair(String one, String other) {
    return PairView.of(one, other, tally.deeds(Acts.of(between(one, other))));
  }

  /** The partners of somebody, for programs. */
  public Sheet sheet(String code) {
    return new Sheet(
        Sheet.columns("actor", "partner"),
        partners(code).stream().map(p -> Sheet.row(p.sum(), code, p.besides(code))).toList());
  }

  /** What passed between two by type and direction, for programs. */
  public Sheet sheet(String one, String other) {
    return new Sheet(
        List.of("actor", "recipient", "type", "quad", "events"),
        tally.deeds(Acts.of(between(one, other))).stream()
            .map(d -> List.<Object>of(d.actor(), d.recipient(), d.type(), d.quad(), d.events()))
            .toList());
  }

  /** Who somebody is on a day, and their partners, as a JSON object. */
  public void json(ActorProfile profile, OutputStream out) throws IOException {
    JsonMapper json = new JsonMapper();
    ObjectNode all = json.createObjectNode().put("code", profile.code());
    all.put("name", profile.entry().map(ActorEntry::name).orElse(null));
    all.put("kind", profile.entry().isPresent() ? profile.kind() : null);
    all.put("at", profile.at().toString());
    for (ActorProfile.Held office : profile.offices()) {
      for (ActorEntry.Term term : office.holders()) {
        ObjectNode holder = all.withArray("offices").addObject().put("office", office.office());
        holder.put("name", term.name());
        holder.put("from", term.period().from().map(LocalDate::toString).orElse(null));
        holder.put("until", term.period().until().map(LocalDate::toString).orElse(null));
      }
    }
    profile.memberOf().forEach(all.withArray("member_of")::add);
    profile.members().forEach(all.withArray("members")::add);
    for (Pair pair : partners(profile.code())) {
      ObjectNode partner = all.withArray("partners").addObject();
      partner.put("partner", pair.besides(profile.code()));
      partner.put("cooperation", pair.sum().cooperation()).put("conflict", pair.sum().conflict());
    }
    out.write(json.writeValueAsBytes(all));
  }
}
