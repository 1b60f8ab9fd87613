package org.demarche.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.demarche.cli.output.Paint.Style;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Explanation;
import org.demarche.coder.codebook.Attempt;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Signal;
import org.demarche.coder.event.Vote;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;

/** Prints how a sentence was read, in the order in which the coder reads. */
public final class ExplanationPrinter {
  private static final int NEAR_MISSES = 12;
  private static final int LABEL = 11;

  private final PrintStream out;
  private final Paint paint;
  private final int width;
  private final boolean all;

  /**
   * @param width of a line, in columns
   * @param all whether every rule tried is shown, or the nearest only
   */
  public ExplanationPrinter(PrintStream out, Paint paint, int width, boolean all) {
    this.out = out;
    this.paint = paint;
    this.width = width;
    this.all = all;
  }

  /** Prints one sentence. */
  public void print(Article article, Explanation explanation) {
    Clauses clauses = explanation.clauses();
    CharSpan span = clauses.sentence().span();
    new Passage(article.text(), span)
        .lines(width, paint, OptionalInt.empty())
        .forEach(line -> out.println(paint.of(Style.BOLD, line)));
    tokens(clauses);
    heading("Clauses");
    if (clauses.all().isEmpty()) {
      out.println("  none");
    }
    clauses.all().forEach(clause -> clause(clauses, clause));
    heading("Actors");
    if (explanation.actors().all().isEmpty()) {
      out.println("  none");
    }
    explanation.actors().all().forEach(this::mention);
    heading("Rules");
    rules(clauses, explanation);
    heading("Outcome");
    outcome(article, span, explanation.outcome());
    out.println();
  }

  private void heading(String name) {
    out.println();
    out.println(
        paint.of(Style.BOLD, name)
            + " "
            + paint.of(Style.DIM, "─".repeat(Math.max(1, width - name.length() - 1))));
  }

  private void tokens(Clauses clauses) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < clauses.size(); i++) {
      words.append(i == 0 ? "" : " ").append(clauses.form(i)).append('/').append(clauses.pos(i));
    }
    wrapped(words.toString(), "", Style.DIM);
  }

  // --- clauses ---

  private void clause(Clauses clauses, Clause clause) {
    List<String> traits = new ArrayList<>();
    traits.add(clause.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (clause.form() != Clause.Form.NONE) {
      traits.add(clause.form().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (clause.passive()) {
      traits.add("passive");
    }
    if (!clause.modals().isEmpty()) {
      traits.add("modal " + String.join(", ", clause.modals().stream().sorted().toList()));
    }
    String tie = clause.link().tie().name().toLowerCase(java.util.Locale.ROOT);
    String mark = clause.link().mark().isEmpty() ? "" : " '" + clause.link().mark() + "'";
    String parent = clause.link().parent().map(p -> " of '" + clauses.form(p) + "'").orElse("");
    traits.add(tie + mark + parent);
    out.println(
        "  "
            + paint.of(Style.BOLD, clauses.form(clause.head()))
            + "  "
            + (clause.negated() ? paint.of(Style.BAD, "negated") + ", " : "")
            + paint.of(Style.DIM, String.join(", ", traits)));
    Map<String, List<String>> slots = new LinkedHashMap<>();
    for (Clause.Argument argument : clause.arguments()) {
      String through =
          argument.through().map(t -> " (through '" + clauses.form(t) + "')").orElse("");
      slots
          .computeIfAbsent(argument.slot(), s -> new ArrayList<>())
          .add(phrase(clauses, argument.head()) + through);
    }
    for (Clause.Complement complement : clause.complements()) {
      String kind = complement.kind().name().toLowerCase(java.util.Locale.ROOT);
      slots
          .computeIfAbsent((kind + " " + complement.mark()).strip(), s -> new ArrayList<>())
          .add(clauses.form(complement.head()) + " …");
    }
    slots.forEach((slot, fillers) -> row(slot, String.join("; ", fillers)));
  }

  private static String phrase(Clauses clauses, int head) {
    return clauses
        .phrase(head)
        .map(
            p -> {
              StringBuilder words = new StringBuilder();
              for (int i = p.core().start(); i < p.core().end(); i++) {
                words.append(words.length() == 0 ? "" : " ").append(clauses.form(i));
              }
              return words.toString();
            })
        .orElseGet(() -> clauses.form(head));
  }

  private void row(String label, String text) {
    String padded = label + " ".repeat(Math.max(1, LABEL - label.length()));
    List<String> lines =
        new Passage(text, new CharSpan(0, text.length()))
            .lines(Math.max(20, width - 4 - LABEL), paint, OptionalInt.empty());
    for (int i = 0; i < lines.size(); i++) {
      String lead = i == 0 ? paint.of(Style.DIM, padded) : " ".repeat(padded.length());
      out.println("    " + lead + lines.get(i));
    }
  }

  // --- actors ---

  private void mention(Mention mention) {
    String how = mention.resolution().how();
    String read =
        mention
            .resolution()
            .fold(
                r -> paint.of(Style.OK, "→ " + parties(r.parties())),
                a -> paint.of(Style.WARN, "ambiguous: " + parties(a.candidates())),
                u -> paint.of(Style.BAD, "unknown"));
    out.println("  " + paint.of(Style.BOLD, mention.text()) + "  " + read);
    if (!how.isEmpty()) {
      wrapped(how, "    ", Style.DIM);
    }
  }

  private static String parties(List<Party> parties) {
    return parties.stream()
        .map(
            p -> {
              String code = Texts.party(p, p.name());
              return p.name().isEmpty() || code.startsWith(p.name())
                  ? code
                  : code + " (" + p.name() + ")";
            })
        .collect(Collectors.joining(", "));
  }

  // --- rules ---

  private void rules(Clauses clauses, Explanation explanation) {
    if (explanation.matches().isEmpty() && explanation.attempts().isEmpty()) {
      out.println("  no predicate of this sentence is in the codebook");
      return;
    }
    for (Match match : explanation.matches()) {
      String act = match.act().map(a -> ", its act '" + clauses.form(a) + "'").orElse("");
      String carrier =
          match.carrier().head() == match.clause().head()
              ? ""
              : " carried by '" + clauses.form(match.carrier().head()) + "'";
      out.println(
          "  "
              + paint.of(Style.OK, "✓ ")
              + paint.of(Style.BOLD, clauses.form(match.clause().head()))
              + carrier
              + "  "
              + (match.rule().type() + " " + match.rule().mode()).strip()
              + " by "
              + match.rule().name()
              + act);
      wrapped(
          match.rule().source()
              + ", met by "
              + match.used().stream().sorted().map(clauses::form).toList()
              + ", specificity "
              + match.specificity(),
          "      ",
          Style.DIM);
    }
    misses(clauses, explanation.attempts());
  }

  /** Each rule once, with what its nearest frame lacked; those that lacked least first. */
  private void misses(Clauses clauses, List<Attempt> attempts) {
    Map<List<Object>, List<Attempt>> byRule =
        attempts.stream()
            .distinct()
            .collect(
                Collectors.groupingBy(
                    a -> List.of(a.predicate(), a.rule().name()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Attempt> nearest =
        byRule.values().stream()
            .map(
                list ->
                    list.stream()
                        .min(Comparator.comparingInt(ExplanationPrinter::distance))
                        .orElseThrow())
            .sorted(Comparator.comparingInt(ExplanationPrinter::distance))
            .toList();
    List<Attempt> shown = all ? nearest : nearest.subList(0, Math.min(NEAR_MISSES, nearest.size()));
    for (Attempt attempt : shown) {
      out.println(
          "  "
              + paint.of(Style.BAD, "✗ ")
              + clauses.form(attempt.predicate())
              + "  "
              + attempt.rule().name()
              + paint.of(
                  Style.DIM,
                  "  "
                      + Texts.cut(
                          attempt.why(),
                          Math.max(30, width - attempt.rule().name().length() - 18))));
    }
    if (shown.size() < nearest.size()) {
      out.println(
          paint.of(
              Style.DIM,
              "  and " + (nearest.size() - shown.size()) + " further from it; --all shows them"));
    }
  }

  /**
   * A missing word of the predicate is the farthest from firing. A complement that is not as asked
   * says little either, since rules about what is said try every verb of saying.
   */
  private static int distance(Attempt attempt) {
    String why = attempt.why();
    if (why.startsWith("no '")) {
      return 3;
    }
    return why.contains("act ") ? 2 : why.contains("is none of") ? 1 : 0;
  }

  // --- outcome ---

  private void outcome(Article article, CharSpan sentence, Outcome outcome) {
    List<String> lines =
        outcome.fold(
            coded -> {
              List<String> all = new ArrayList<>();
              coded.events().forEach(e -> event(article, sentence, e, all));
              coded.votes().forEach(v -> all.add("  " + vote(v)));
              return all;
            },
            none -> List.of("  " + paint.of(Style.WARN, "no event") + ": " + none.reason()),
            failed ->
                List.of("  " + paint.of(Style.BAD, failed.stage() + " failed: " + failed.why())));
    lines.forEach(out::println);
  }

  private void event(Article article, CharSpan sentence, Event e, List<String> lines) {
    String when =
        e.date()
            .fold(
                s -> s.value() + " ('" + s.text() + "')",
                p -> p.value() + " (published)",
                u -> "no date");
    lines.add(
        "  "
            + paint.quad(e.quad(), "▌ " + e.type())
            + (e.mode().isEmpty() ? "" : " " + e.mode())
            + "  "
            + paint.of(Style.ACTOR, Texts.side(e.actor()))
            + " → "
            + paint.of(Style.RECIPIENT, Texts.side(e.recipient()))
            + "  "
            + when
            + "  ["
            + e.status().label()
            + "]");
    Passage passage = new Passage(article.text(), sentence);
    e.actor().ifPresent(p -> passage.actor(p.span()));
    e.recipient().ifPresent(p -> passage.recipient(p.span()));
    passage.predicate(e.evidence().predicate());
    passage.lines(width - 4, paint, e.quad()).forEach(line -> lines.add("    " + line));
    List<String> more = new ArrayList<>();
    more.add("CAMEO " + e.cameo());
    e.goldstein().ifPresent(g -> more.add("Goldstein " + g));
    e.attribution().ifPresent(a -> more.add("said by '" + a.text() + "' (" + a.verb() + ")"));
    e.act()
        .ifPresent(
            a ->
                more.add(
                    "about "
                        + (a.type() + " " + a.mode()).strip()
                        + " '"
                        + a.text()
                        + "' ["
                        + a.status().label()
                        + "]"));
    Texts.place(e.place()).ifPresent(more::add);
    e.amount().ifPresent(a -> more.add(Texts.amount(a)));
    if (!e.contexts().isEmpty()) {
      more.add("contexts " + String.join(", ", e.contexts()));
    }
    lines.add("    " + paint.of(Style.DIM, String.join(" · ", more)));
    lines.add(
        "    " + paint.of(Style.DIM, "confidence " + Texts.confidence(List.of(e)) + signals(e)));
  }

  private static String signals(Event e) {
    return e.confidence().signals().isEmpty()
        ? ""
        : e.confidence().signals().stream()
            .sorted()
            .map(Signal::label)
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private String vote(Vote v) {
    return paint.of(Style.BOLD, "▌ VOTE " + v.position().label())
        + "  "
        + paint.of(Style.ACTOR, Texts.party(v.voter().party(), v.voter().text()))
        + (v.on().isEmpty() ? "" : "  on " + v.on())
        + (v.body().isEmpty() ? "" : "  in " + v.body())
        + v.date().date().map(d -> "  " + d).orElse("");
  }

  private void wrapped(String text, String indent, Style style) {
    new Passage(text, new CharSpan(0, text.length()))
        .lines(width - indent.length(), paint, OptionalInt.empty())
        .forEach(line -> out.println(indent + paint.of(style, line)));
  }
}
