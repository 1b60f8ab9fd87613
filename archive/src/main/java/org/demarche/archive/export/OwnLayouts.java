package org.demarche.archive.export;

import java.util.List;
import java.util.Optional;
import org.demarche.coder.actor.Party;
import org.demarche.coder.event.Act;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.place.Place;

/** Our own tables: everything known of an event in one row, and the edges of a network. */
final class OwnLayouts {
  private OwnLayouts() {}

  static Layout flat(String name) {
    return new Layout(
        name,
        "Demarche's events, one a row, with everything that is known of each",
        ',',
        true,
        Column.of("flat.tsv"),
        r -> true,
        OwnLayouts::flat);
  }

  static Layout edges() {
    return new Layout(
        "edges",
        "Demarche's events as edges of a network, from actor to recipient",
        ',',
        true,
        Column.of("edges.tsv"),
        r -> r.event().actor().isPresent() && r.event().recipient().isPresent(),
        OwnLayouts::edge);
  }

  private static List<Object> flat(Report report) {
    Event e = report.event();
    Piece piece = report.piece();
    List<Object> row =
        Codes.row(
            report.id(),
            piece.id(),
            piece.title(),
            piece.url(),
            piece.outlet(),
            piece.published(),
            e.sentence(),
            e.type(),
            e.mode(),
            String.join(";", e.contexts()),
            e.quad().isPresent() ? e.quad().getAsInt() : "",
            e.cameo(),
            e.goldstein(),
            e.status().label(),
            e.confidence().value());
    row.addAll(side(e.actor()));
    row.addAll(side(e.recipient()));
    Optional<Place> place = e.place().place();
    Optional<Place.Point> point = place.flatMap(Place::point);
    row.addAll(
        Codes.row(
            e.date().date(),
            e.date().basis(),
            e.date().words(),
            report.day(),
            place.map(Place::name),
            place.map(p -> p.kind().label()),
            place.map(Place::country),
            place.map(Place::region),
            point.map(Place.Point::latitude),
            point.map(Place.Point::longitude),
            place.map(Place::geonames).filter(id -> id > 0),
            e.place().basis(),
            e.place().words()));
    row.addAll(
        Codes.row(
            e.attribution().map(a -> a.text()),
            e.attribution().flatMap(a -> a.party()).map(Party::code),
            e.act().map(Act::type),
            e.act().map(Act::mode),
            e.act().map(Act::cameo),
            e.act().map(a -> a.status().label()),
            e.amount().map(a -> a.value()),
            e.amount().map(a -> a.currency()),
            e.evidence().span().start(),
            e.evidence().span().end(),
            e.evidence().text(),
            e.evidence().rule(),
            e.evidence().source().toString(),
            report.run().coder(),
            report.run().codebook(),
            report.run().parser(),
            String.join("\n", piece.rights())));
    return row;
  }

  private static List<Object> side(Optional<Participant> who) {
    return Codes.row(
        Codes.code(who),
        String.join(";", Codes.sectors(who)),
        Codes.name(who),
        who.map(Participant::text),
        who.map(p -> p.span().start()),
        who.map(p -> p.span().end()));
  }

  private static List<Object> edge(Report report) {
    Event e = report.event();
    return Codes.row(
        node(e.actor()),
        node(e.recipient()),
        Codes.name(e.actor()),
        Codes.name(e.recipient()),
        e.type(),
        e.mode(),
        e.cameo(),
        e.quad().isPresent() ? e.quad().getAsInt() : "",
        e.goldstein(),
        e.status().label(),
        report.day(),
        e.place().place().map(Place::country),
        report.piece().id(),
        report.id());
  }

  /** {@code RUS/MIL}; the name where there is no code. */
  static String node(Optional<Participant> who) {
    String code = Codes.code(who).isEmpty() ? Codes.name(who) : Codes.code(who);
    List<String> sectors = Codes.sectors(who);
    return sectors.isEmpty() ? code : code + "/" + String.join("+", sectors);
  }
}
