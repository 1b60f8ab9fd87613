package org.demarche.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.code.Explanation;
import org.demarche.coder.codebook.Attempt;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Event;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.text.Article;

/** Wrong cases, each with how its sentence was read. */
public final class ErrorText {
  /** Rules that did not fire are many; these suffice to see what was missing. */
  private static final int ATTEMPTS = 8;

  private final Function<Article, List<Explanation>> explain;

  /**
   * @param explain gives the reading of an article's sentences, as {@code Coder.explain} does
   */
  public ErrorText(Function<Article, List<Explanation>> explain) {
    this.explain = explain;
  }

  /** A relation whose type is wrong. */
  public String of(RelationScore.Case wrong) {
    RelationGold gold = wrong.gold();
    Lines out = new Lines();
    out.add(
        "%s (line %d): %s coded %s",
        gold.id(), gold.line(), gold.type(), wrong.type().orElse(Confusion.NONE));
    out.add("  text       %s", oneLine(gold.text()));
    out.add("  actor      %s", oneLine(gold.actor().of(gold.text())));
    out.add("  recipient  %s", oneLine(gold.recipient().of(gold.text())));
    wrong.event().ifPresent(e -> event(out, "  coded      ", e, gold.text()));
    wrong.reasons().stream().distinct().forEach(r -> out.add("  reason     %s", r));
    reading(out, gold.article());
    return out.toString();
  }

  /** A sentence with dyads missing or too many. */
  public String of(EventScore.Case wrong) {
    EventGold first = wrong.gold().get(0);
    Lines out = new Lines();
    out.add(
        "%s: %s",
        wrong.gold().stream()
            .map(g -> g.id() + " (line " + g.line() + ")")
            .collect(Collectors.joining(", ")),
        wrong.gold().stream().map(EventGold::type).distinct().collect(Collectors.joining(", ")));
    out.add("  text       %s", oneLine(first.text()));
    wrong.missing().forEach(d -> out.add("  missing    %s", d));
    wrong.extra().forEach(d -> out.add("  too many   %s", d));
    for (EventScore.Coded coded : wrong.coded()) {
      event(out, "  coded      ", coded.event(), first.text());
    }
    wrong.reasons().stream().distinct().forEach(r -> out.add("  reason     %s", r));
    reading(out, first.article());
    return out.toString();
  }

  private static void event(Lines out, String label, Event event, String text) {
    out.add(
        "%s%s %s %s, confidence %.2f, by %s at %s (%s:%d)",
        label,
        event.type(),
        event.dyad(),
        event.status().label(),
        event.confidence().value(),
        event.evidence().rule(),
        '"' + oneLine(predicate(event, text)) + '"',
        event.evidence().source().file(),
        event.evidence().source().line());
  }

  /** The words of an event's predicate. */
  public static String predicate(Event event, String text) {
    return event.evidence().predicate().end() > text.length()
        ? ""
        : event.evidence().predicate().of(text);
  }

  private void reading(Lines out, Article article) {
    List<Explanation> sentences;
    try {
      sentences = explain.apply(article);
    } catch (RuntimeException e) {
      out.add("  reading    failed: %s", e);
      return;
    }
    for (Explanation sentence : sentences) {
      for (Clause clause : sentence.clauses().all()) {
        out.add("  clause     %s", clause(clause, sentence.clauses()));
      }
      sentence.actors().all().stream()
          .map(ErrorText::who)
          .distinct()
          .forEach(who -> out.add("  who        %s", who));
      for (Match match : sentence.matches()) {
        out.add(
            "  fired      %s at \"%s\"",
            match.rule(), sentence.clauses().form(match.clause().head()));
      }
      for (Attempt attempt : sentence.attempts().stream().limit(ATTEMPTS).toList()) {
        out.add(
            "  not fired  %s at \"%s\": %s",
            attempt.rule(), sentence.clauses().form(attempt.predicate()), attempt.why());
      }
      if (sentence.attempts().size() > ATTEMPTS) {
        out.add("  not fired  and %d more", sentence.attempts().size() - ATTEMPTS);
      }
    }
  }

  private static String who(Mention mention) {
    String parties =
        mention.parties().stream()
            .map(p -> (p.code() + " " + String.join("+", p.sectors())).strip())
            .collect(Collectors.joining(", "));
    return oneLine(mention.text())
        + " = "
        + (parties.isEmpty() ? mention.resolution().how() : parties);
  }

  private static String clause(Clause clause, Clauses clauses) {
    StringJoiner parts = new StringJoiner(", ", clause.lemma() + "(", ")");
    clause.arguments().forEach(a -> parts.add(a.slot() + "=" + clauses.form(a.head())));
    clause
        .complements()
        .forEach(
            c ->
                parts.add(c.kind().name().toLowerCase(Locale.ROOT) + "=" + clauses.form(c.head())));
    if (clause.negated()) {
      parts.add("not");
    }
    clause.modals().stream().sorted().forEach(parts::add);
    return parts.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static final class Lines {
    private final StringBuilder text = new StringBuilder();

    void add(String format, Object... values) {
      text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
