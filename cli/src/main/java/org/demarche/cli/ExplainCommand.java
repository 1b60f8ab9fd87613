package org.demarche.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.cli.output.ExplanationPrinter;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Explanation;
import org.demarche.coder.text.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche explain "sentence"}. */
@Command(
    name = "explain",
    description = "Shows how a sentence is read: clauses, actors, rules, events.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  demarche explain \"Japan refused to sign the treaty with Russia on Monday.\" "
          + "--published 2022-06-20"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Session session;
  private final Engine engine;

  @Parameters(arity = "1..*", paramLabel = "SENTENCE", description = "One sentence or several.")
  private List<String> words;

  @Option(names = "--published", paramLabel = "DATE", description = "Day of publication.")
  private LocalDate published;

  @Option(names = "--all", description = "Show every rule that was tried.")
  private boolean all;

  @Option(names = "--color", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
  private Session.ColorChoice color;

  @Mixin private EngineOptions books;

  ExplainCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    String text = String.join(" ", words).strip();
    if (text.isEmpty()) {
      throw new UsageException("nothing to explain");
    }
    Coder coder = engine.coder(books);
    Article article = Article.of("sentence", text);
    if (published != null) {
      article = article.published(published);
    }
    PrintStream out = session.text();
    ExplanationPrinter printer =
        new ExplanationPrinter(out, session.paint(color), session.width(), all);
    List<Explanation> explanations = coder.explain(article);
    for (Explanation explanation : explanations) {
      printer.print(article, explanation);
    }
    out.flush();
    return 0;
  }
}
