package org.demarche.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.demarche.archive.export.Column;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Act;
import org.demarche.coder.event.Amount;
import org.demarche.coder.event.Attribution;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Vote;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.coder.place.Place;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.demarche.coder.text.Provenance.Hop;

/** RFC 4180 with a header; lists are parted by semicolons. */
public final class CsvWriter implements EventWriter {
  private static final String RUN = "run_";
  private static final Set<String> PROVENANCE = Set.of("origin", "hops", "url", "rights");

  private final CSVPrinter csv;
  private final boolean withRun;
  private final boolean withProvenance;

  /**
   * @param withRun whether columns for coder, codebook and parser are added
   * @param withProvenance whether columns for the article's way and rights are added
   */
  public CsvWriter(OutputStream out, boolean withRun, boolean withProvenance) throws IOException {
    this.withRun = withRun;
    this.withProvenance = withProvenance;
    this.csv =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    csv.printRecord(columns(withRun, withProvenance).stream().map(Column::name).toList());
  }

  /** The columns with their meaning. */
  public static List<Column> columns(boolean withRun, boolean withProvenance) {
    return Column.of(CsvWriter.class, "coded.tsv").stream()
        .filter(c -> withRun || !c.name().startsWith(RUN))
        .filter(c -> withProvenance || !PROVENANCE.contains(c.name()))
        .toList();
  }

  @Override
  public void write(CodedArticle article) throws IOException {
    for (Event event : article.events()) {
      csv.printRecord(event(event, article));
    }
    for (Vote vote : article.votes()) {
      csv.printRecord(vote(vote, article));
    }
    csv.flush();
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }

  private List<Object> event(Event e, CodedArticle article) {
    List<Object> cells = new ArrayList<>();
    add(cells, e.article(), e.sentence(), e.type(), e.mode(), String.join(";", e.contexts()));
    add(cells, e.quad().isPresent() ? e.quad().getAsInt() : "", e.cameo());
    add(cells, e.goldstein().<Object>map(g -> g).orElse(""), e.status().label());
    add(cells, e.confidence().value());
    participant(e.actor(), cells);
    participant(e.recipient(), cells);
    date(e.date(), cells);
    place(e.place(), cells);
    attribution(e.attribution(), cells);
    evidence(e.evidence().span(), e.evidence().text(), cells);
    add(cells, e.evidence().rule(), e.evidence().source());
    act(e.act(), cells);
    amount(e.amount(), cells);
    add(cells, "", "");
    run(article.coding().run(), cells);
    provenance(article.article().provenance(), cells);
    return cells;
  }

  private List<Object> vote(Vote v, CodedArticle article) {
    List<Object> cells = new ArrayList<>();
    add(
        cells,
        v.article(),
        v.sentence(),
        "VOTE",
        v.position().label(),
        "",
        "",
        "",
        "",
        "happened",
        "");
    participant(Optional.of(v.voter()), cells);
    participant(v.against(), cells);
    date(v.date(), cells);
    place(new Where.Unstated(), cells);
    attribution(Optional.empty(), cells);
    evidence(v.span(), v.text(), cells);
    add(cells, "", "");
    act(Optional.empty(), cells);
    amount(Optional.empty(), cells);
    add(cells, v.on(), v.body());
    run(article.coding().run(), cells);
    provenance(article.article().provenance(), cells);
    return cells;
  }

  private static void participant(Optional<Participant> participant, List<Object> cells) {
    if (participant.isEmpty()) {
      add(cells, "", "", "", "", "", "");
      return;
    }
    Participant p = participant.get();
    add(cells, p.text(), p.span().start(), p.span().end());
    add(cells, p.party().code(), String.join(";", p.party().sectors()), p.party().name());
  }

  private static void date(When when, List<Object> cells) {
    add(cells, when.date().orElse(""), when.basis(), when.words());
  }

  private static void place(Where where, List<Object> cells) {
    Optional<Place> place = where.place();
    add(cells, place.map(Place::name).orElse(""), place.map(p -> p.kind().label()).orElse(""));
    add(cells, place.map(Place::country).orElse(""), place.map(Place::region).orElse(""));
    Optional<Place.Point> point = place.flatMap(Place::point);
    add(cells, point.<Object>map(Place.Point::latitude).orElse(""));
    add(cells, point.<Object>map(Place.Point::longitude).orElse(""));
    add(cells, place.map(Place::geonames).filter(id -> id > 0).<Object>map(i -> i).orElse(""));
    add(cells, where.basis(), where.phrase().<Object>map(CharSpan::start).orElse(""));
    add(cells, where.phrase().<Object>map(CharSpan::end).orElse(""), where.words());
  }

  private static void attribution(Optional<Attribution> attribution, List<Object> cells) {
    if (attribution.isEmpty()) {
      add(cells, "", "", "", "", "", "");
      return;
    }
    Attribution a = attribution.get();
    add(cells, a.text(), a.span().start(), a.span().end());
    add(cells, a.party().map(Party::code).orElse(""), a.party().map(Party::name).orElse(""));
    add(cells, a.verb());
  }

  private static void evidence(CharSpan span, String text, List<Object> cells) {
    add(cells, span.start(), span.end(), text);
  }

  private static void act(Optional<Act> act, List<Object> cells) {
    if (act.isEmpty()) {
      add(cells, "", "", "", "", "");
      return;
    }
    Act a = act.get();
    add(cells, a.type(), a.mode(), a.cameo(), a.status().label(), a.text());
  }

  private static void amount(Optional<Amount> amount, List<Object> cells) {
    if (amount.isEmpty()) {
      add(cells, "", "", "");
      return;
    }
    Amount a = amount.get();
    add(cells, a.value().toPlainString(), a.currency(), a.text());
  }

  private void run(Run run, List<Object> cells) {
    if (withRun) {
      add(cells, run.coder(), run.codebook(), run.parser());
    }
  }

  private void provenance(Provenance provenance, List<Object> cells) {
    if (!withProvenance) {
      return;
    }
    List<Hop> hops = provenance.hops();
    if (hops.isEmpty()) {
      add(cells, "", "", "", "");
      return;
    }
    add(cells, hops.get(0).name());
    add(cells, hops.stream().map(Hop::name).collect(Collectors.joining(" > ")));
    add(cells, hops.get(hops.size() - 1).url().orElse(""));
    add(cells, hops.stream().flatMap(h -> h.rights().stream()).collect(Collectors.joining("\n")));
  }

  private static void add(List<Object> cells, Object... values) {
    cells.addAll(Arrays.asList(values));
  }
}
