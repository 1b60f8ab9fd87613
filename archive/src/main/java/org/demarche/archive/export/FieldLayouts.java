package org.demarche.archive.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.place.Place;

/** The layouts of ICEWS, POLECAT and Phoenix, by their published data dictionaries. */
final class FieldLayouts {
  private static final List<String> QUADS =
      List.of("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT");

  private final Codes codes;

  FieldLayouts(Codes codes) {
    this.codes = codes;
  }

  Layout icews() {
    return new Layout(
        "icews",
        "ICEWS Coded Event Data, 20 columns by tabs",
        '\t',
        true,
        Column.of("icews.tsv"),
        Report::counts,
        this::icews);
  }

  Layout polecat() {
    return new Layout(
        "polecat",
        "POLECAT Weekly Data, 40 columns by tabs",
        '\t',
        true,
        Column.of("polecat.tsv"),
        Report::counts,
        this::polecat);
  }

  Layout phoenix() {
    return new Layout(
        "phoenix",
        "Phoenix event data, 26 columns by tabs, without a header",
        '\t',
        false,
        Column.of("phoenix.tsv"),
        Report::counts,
        FieldLayouts::phoenix);
  }

  private List<Object> icews(Report report) {
    Event e = report.event();
    Optional<Place> place = e.place().place();
    return Codes.row(
        report.id(),
        report.day(),
        Codes.name(e.actor()),
        Codes.inWords(e.actor()),
        codes.country(Codes.code(e.actor())),
        codes.label(e.cameo()),
        e.cameo(),
        e.goldstein(),
        Codes.name(e.recipient()),
        Codes.inWords(e.recipient()),
        codes.country(Codes.code(e.recipient())),
        report.piece().id(),
        e.sentence() + 1,
        report.piece().outlet(),
        town(place),
        "",
        province(place),
        place.map(p -> codes.country(p.country())),
        latitude(place),
        longitude(place));
  }

  private List<Object> polecat(Report report) {
    Event e = report.event();
    Piece piece = report.piece();
    Optional<Place> place = e.place().place();
    List<Object> row =
        Codes.row(
            piece.id() + "-" + e.sentence() + "-" + report.id(),
            report.day(),
            e.type(),
            e.mode(),
            e.goldstein(),
            e.quad().isPresent() ? QUADS.get(e.quad().getAsInt() - 1) : "",
            String.join(";", e.contexts()));
    row.addAll(polecat(e.actor()));
    row.addAll(polecat(e.recipient()));
    row.addAll(
        Codes.row(
            place.map(Place::name),
            town(place),
            "",
            province(place),
            place.map(Place::country),
            latitude(place),
            longitude(place),
            place.map(Place::geonames).filter(id -> id > 0),
            e.place().words(),
            place.map(p -> p.kind().label()),
            piece.outlet(),
            piece.published(),
            "",
            "",
            "",
            piece.language(),
            report.run().coder() + " " + report.run().codebook()));
    return row;
  }

  private List<Object> polecat(Optional<Participant> who) {
    String code = Codes.code(who);
    List<String> sectors = Codes.sectors(who);
    return Codes.row(
        Codes.name(who),
        codes.isCountry(code) ? code : "",
        "",
        Codes.at(sectors, 0),
        String.join(";", sectors),
        "",
        who.map(Participant::text),
        "");
  }

  private static List<Object> phoenix(Report report) {
    Event e = report.event();
    Optional<LocalDate> day = report.day();
    Optional<Place> place = e.place().place();
    return Codes.row(
        report.id(),
        Codes.basic(day),
        day.map(LocalDate::getYear),
        day.map(LocalDate::getMonthValue),
        day.map(LocalDate::getDayOfMonth),
        Codes.full(e.actor()),
        Codes.code(e.actor()),
        Codes.at(Codes.sectors(e.actor()), 0),
        rest(Codes.sectors(e.actor())),
        Codes.full(e.recipient()),
        Codes.code(e.recipient()),
        Codes.at(Codes.sectors(e.recipient()), 0),
        rest(Codes.sectors(e.recipient())),
        e.cameo(),
        Codes.first(e.cameo(), 2),
        e.quad().isPresent() ? e.quad().getAsInt() : "",
        e.goldstein(),
        String.join(";", e.contexts().stream().map(c -> c + ",1").toList()),
        latitude(place),
        longitude(place),
        place.map(Place::name),
        place.map(Place::country),
        province(place),
        report.piece().id() + "_" + e.sentence(),
        report.piece().address(),
        report.piece().outlet());
  }

  private static String rest(List<String> sectors) {
    return sectors.size() < 2 ? "" : String.join(";", sectors.subList(1, sectors.size()));
  }

  private static Optional<String> town(Optional<Place> place) {
    return place.filter(p -> p.kind().isTown()).map(Place::name);
  }

  private static Optional<String> province(Optional<Place> place) {
    return place.map(p -> p.kind() == Place.Kind.REGION ? p.name() : p.region());
  }

  private static Optional<Double> latitude(Optional<Place> place) {
    return place.flatMap(Place::point).map(Place.Point::latitude);
  }

  private static Optional<Double> longitude(Optional<Place> place) {
    return place.flatMap(Place::point).map(Place.Point::longitude);
  }
}
