package org.demarche.archive.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.place.Place;

/** GDELT 2.0's tables of events and of mentions (Data Format Codebook V2.0, 2015). */
final class GdeltLayouts {
  private final Codes codes;

  GdeltLayouts(Codes codes) {
    this.codes = codes;
  }

  Layout events() {
    return new Layout(
        "gdelt",
        "GDELT 2.0 Event Database, 61 columns by tabs, without a header",
        '\t',
        false,
        Column.of("gdelt.tsv"),
        Report::counts,
        this::event);
  }

  Layout mentions() {
    return new Layout(
        "gdelt-mentions",
        "GDELT 2.0 Mentions, 16 columns by tabs, without a header",
        '\t',
        false,
        Column.of("gdelt-mentions.tsv"),
        Report::counts,
        GdeltLayouts::mention);
  }

  private List<Object> event(Report report) {
    Event e = report.event();
    List<Object> row = new ArrayList<>();
    Optional<LocalDate> day = report.day();
    row.add(report.id());
    row.add(Codes.basic(day));
    row.add(day.<Object>map(d -> d.getYear() * 100 + d.getMonthValue()).orElse(""));
    row.add(day.<Object>map(LocalDate::getYear).orElse(""));
    row.add(day.<Object>map(GdeltLayouts::fraction).orElse(""));
    actor(e.actor(), row);
    actor(e.recipient(), row);
    row.add(isRoot(report) ? 1 : 0);
    row.add(e.cameo());
    row.add(Codes.first(e.cameo(), 3));
    row.add(Codes.first(e.cameo(), 2));
    row.add(e.quad().isPresent() ? e.quad().getAsInt() : "");
    row.add(e.goldstein().<Object>map(g -> g).orElse(""));
    Collections.addAll(row, 1, 1, 1, "");
    row.addAll(Collections.nCopies(16, "")); // where the actors are from is not read
    place(e.place().place(), row);
    row.add(published(report));
    row.add(report.piece().address());
    return row;
  }

  /** {@code YYYY.FFFF}, months of 30 days, as GDELT computes it. */
  private static double fraction(LocalDate day) {
    double part = (day.getMonthValue() * 30 + day.getDayOfMonth()) / 365.0;
    return Math.round((day.getYear() + Math.min(part, 0.9999)) * 1e4) / 1e4;
  }

  private void actor(Optional<Participant> who, List<Object> row) {
    String code = Codes.code(who);
    boolean country = codes.isCountry(code);
    List<String> faiths = Codes.faiths(who);
    List<String> roles = Codes.roles(who);
    row.add(Codes.full(who));
    row.add(Codes.name(who));
    row.add(country ? code : "");
    row.add(country ? "" : code);
    row.add("");
    row.add(Codes.at(faiths, 0));
    row.add(Codes.at(faiths, 1));
    row.add(Codes.at(roles, 0));
    row.add(Codes.at(roles, 1));
    row.add(Codes.at(roles, 2));
  }

  /** GDELT calls the events of the lead root events. */
  private static boolean isRoot(Report report) {
    int paragraph = report.piece().text().indexOf("\n\n");
    return report.event().sentence() == 0
        || (paragraph > 0 && report.event().evidence().span().end() <= paragraph);
  }

  private void place(Optional<Place> found, List<Object> row) {
    if (found.isEmpty()) {
      row.addAll(Collections.nCopies(8, ""));
      return;
    }
    Place place = found.get();
    boolean us = place.country().equals("USA");
    int type =
        switch (place.kind()) {
          case COUNTRY -> 1;
          case REGION -> us ? 2 : 5;
          case TOWN, SEAT, CAPITAL -> us ? 3 : 4;
        };
    String country = codes.country(place.country());
    List<String> name = new ArrayList<>();
    name.add(place.name());
    name.add(place.region());
    name.add(place.kind() == Place.Kind.COUNTRY ? "" : country);
    row.add(type);
    row.add(String.join(", ", name.stream().filter(n -> !n.isEmpty()).toList()));
    row.add(codes.fips(place.country()));
    row.add("");
    row.add("");
    row.add(place.point().<Object>map(Place.Point::latitude).orElse(""));
    row.add(place.point().<Object>map(Place.Point::longitude).orElse(""));
    row.add(place.geonames() > 0 ? place.geonames() : "");
  }

  private static Object published(Report report) {
    return report
        .piece()
        .published()
        .<Object>map(d -> Codes.basic(Optional.of(d)) + "000000")
        .orElse("");
  }

  private static List<Object> mention(Report report) {
    Event e = report.event();
    Piece piece = report.piece();
    return Codes.row(
        report.id(),
        published(report),
        published(report),
        piece.url().startsWith("http") ? 1 : 2,
        piece.outlet(),
        piece.address(),
        e.sentence() + 1,
        e.actor().map(a -> a.span().start()).orElse(-1),
        e.recipient().map(r -> r.span().start()).orElse(-1),
        e.evidence().predicate().start(),
        1,
        "",
        piece.text().length(),
        "",
        "",
        "");
  }
}
