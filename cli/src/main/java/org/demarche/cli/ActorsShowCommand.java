package org.demarche.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.cli.output.Paint;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.coder.actor.ActorEntry.Office;
import org.demarche.coder.actor.ActorEntry.Period;
import org.demarche.coder.actor.ActorEntry.Term;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche actors show NAME|CODE}. */
@Command(
    name = "show",
    description = "Shows who somebody is: names, offices held, memberships on a day.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class ActorsShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "A code (KAZ), a name, an adjective, a capital or an office holder's name.")
  private List<String> words;

  @Option(names = "--on", paramLabel = "DATE", description = "The day; today by default.")
  private LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC);

  @Option(names = "--color", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
  private Session.ColorChoice color;

  @Mixin private EngineOptions books;

  ActorsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    books.check();
    ActorBook book = books.actorBook();
    String wanted = String.join(" ", words);
    List<ActorEntry> found =
        book.entry(wanted.toUpperCase(Locale.ROOT))
            .map(List::of)
            .orElseGet(() -> book.entries().stream().filter(e -> named(e, wanted)).toList());
    if (found.isEmpty()) {
      session.err().println("demarche: the actor book has no '" + wanted + "'");
      return 1;
    }
    PrintStream out = session.text();
    Paint paint = session.paint(color);
    found.forEach(entry -> show(out, paint, book, entry));
    out.flush();
    return 0;
  }

  private static boolean named(ActorEntry entry, String wanted) {
    return Stream.of(
            Stream.of(entry.name()),
            entry.names().stream(),
            entry.adjectives().stream(),
            entry.people().stream(),
            entry.capitals().stream(),
            entry.seats().stream(),
            entry.places().stream(),
            holders(entry))
        .flatMap(s -> s)
        .anyMatch(wanted::equalsIgnoreCase);
  }

  private static Stream<String> holders(ActorEntry entry) {
    return entry.offices().stream()
        .flatMap(o -> o.terms().stream())
        .flatMap(
            t -> {
              String surname = t.name().substring(t.name().lastIndexOf(' ') + 1);
              Stream<String> last = t.surname() ? Stream.of(surname) : Stream.empty();
              return Stream.of(Stream.of(t.name()), t.also().stream(), last).flatMap(s -> s);
            });
  }

  private void show(PrintStream out, Paint paint, ActorBook book, ActorEntry entry) {
    out.println(
        paint.of(Style.BOLD, entry.code() + "  " + entry.name())
            + "  "
            + paint.of(
                Style.DIM,
                entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " · "
                    + entry.source()));
    row(out, paint, "names", entry.names());
    row(out, paint, "adjectives", entry.adjectives());
    row(out, paint, "people", entry.people());
    row(out, paint, "capital", entry.capitals());
    row(out, paint, "seats", entry.seats());
    row(out, paint, "places", entry.places());
    row(out, paint, "sectors", entry.sectors());
    row(out, paint, "part of", entry.partOf().stream().toList());
    if (!entry.existence().equals(Period.ALWAYS)) {
      row(out, paint, "existed", List.of(period(entry.existence())));
    }
    for (Office office : entry.offices()) {
      List<String> holders =
          office.terms().stream()
              .filter(t -> t.period().holds(day))
              .map(ActorsShowCommand::term)
              .toList();
      row(
          out,
          paint,
          office.office(),
          holders.isEmpty() ? List.of("nobody known on " + day) : holders);
    }
    row(
        out,
        paint,
        "member of",
        book.entries().stream()
            .filter(o -> book.members(o.code(), day).contains(entry.code()))
            .map(ActorEntry::code)
            .toList());
    row(out, paint, "members", book.members(entry.code(), day));
    out.println();
  }

  private static String term(Term term) {
    return term.name() + " (" + period(term.period()) + ")";
  }

  private static String period(Period period) {
    return bound(period.from()) + "–" + bound(period.until());
  }

  private static String bound(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private void row(PrintStream out, Paint paint, String label, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    int room = session.width() - 22;
    StringBuilder line = new StringBuilder();
    String lead = String.format(Locale.ROOT, "  %-19s ", label);
    for (String value : values.stream().distinct().collect(Collectors.toList())) {
      if (line.length() > 0 && line.length() + 2 + value.length() > room) {
        out.println(paint.of(Style.DIM, lead) + line + ",");
        lead = " ".repeat(22);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : ", ").append(value);
    }
    out.println(paint.of(Style.DIM, lead) + line);
  }
}
