package org.demarche.coder.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.codebook.Codebook.Predicates;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.codebook.Rule.Example;
import org.demarche.coder.data.Source;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.text.Article;

/** Runs the examples of every rule, as the codebook's own tests. */
public final class CodebookCheck {
  private static final Pattern DYAD =
      Pattern.compile(
          "(?<a>[\\w.-]+|~)(?:/(?<as>[\\w+]+))?\\s*->\\s*(?<r>[\\w.-]+|~)(?:/(?<rs>[\\w+]+))?(?:\\s*\\((?<status>\\w+)\\))?");

  private final Coder coder;

  public CodebookCheck(Coder coder) {
    this.coder = coder;
  }

  /** An example that does not give what it says. */
  public record Failure(Rule rule, Source at, String text, String what) {
    @Override
    public String toString() {
      return at + ": " + rule.name() + ": " + what + "\n    " + text;
    }
  }

  /** What was checked. */
  public record Result(
      int rules, Predicates predicates, int frames, int examples, List<Failure> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /** Runs every example. */
  public Result run() {
    return run(rule -> true);
  }

  /** Runs the examples of the rules wanted, which are also those counted. */
  public Result run(Predicate<Rule> wanted) {
    List<Failure> failures = new ArrayList<>();
    int examples = 0;
    List<Rule> rules = coder.codebook().rules().stream().filter(wanted).toList();
    for (Rule rule :
        rules.stream()
            .sorted(
                java.util.Comparator.comparing((Rule r) -> r.source().file())
                    .thenComparing(r -> r.source().line()))
            .toList()) {
      for (Example example : rule.examples()) {
        examples++;
        check(rule, example, failures);
      }
    }
    return new Result(
        rules.size(),
        coder.codebook().predicates(rules),
        coder.codebook().frames(rules),
        examples,
        failures);
  }

  private void check(Rule rule, Example example, List<Failure> failures) {
    Article article = Article.of(rule.name(), example.text());
    if (example.published().isPresent()) {
      article = article.published(example.published().get());
    }
    List<Event> all = coder.code(article).events();
    List<Event> events = all.stream().filter(e -> e.evidence().rule().equals(rule.name())).toList();
    Set<Event> left = new LinkedHashSet<>(events);
    for (String expected : example.events()) {
      Matcher dyad = DYAD.matcher(expected);
      if (!dyad.matches()) {
        failures.add(
            new Failure(rule, example.source(), example.text(), "no dyad: '" + expected + "'"));
        continue;
      }
      List<Event> fitting = events.stream().filter(e -> fits(e, dyad)).toList();
      if (fitting.isEmpty()) {
        failures.add(
            new Failure(
                rule,
                example.source(),
                example.text(),
                "expected " + expected + ", got " + shown(events.isEmpty() ? all : events)));
      }
      fitting.forEach(left::remove);
    }
    if (!left.isEmpty()) {
      failures.add(
          new Failure(
              rule, example.source(), example.text(), "not expected: " + shown(List.copyOf(left))));
    }
  }

  private static boolean fits(Event event, Matcher dyad) {
    return side(event.actor(), dyad.group("a"), dyad.group("as"))
        && side(event.recipient(), dyad.group("r"), dyad.group("rs"))
        && (dyad.group("status") == null || dyad.group("status").equals(event.status().label()));
  }

  private static boolean side(
      java.util.Optional<Participant> participant, String code, String sectors) {
    if (participant.isEmpty()) {
      return code.equals("~") && sectors == null;
    }
    var party = participant.get().party();
    boolean codeFits = code.equals("~") ? party.code().isEmpty() : code.equals(party.code());
    return codeFits
        && (sectors == null || party.sectors().containsAll(List.of(sectors.split("\\+"))));
  }

  private static String shown(List<Event> events) {
    return events.isEmpty()
        ? "nothing"
        : String.join(
            ", ",
            events.stream()
                .map(
                    e ->
                        e.type()
                            + " "
                            + e.dyad()
                            + " ("
                            + e.status().label()
                            + ") by "
                            + e.evidence().rule())
                .toList());
  }
}
