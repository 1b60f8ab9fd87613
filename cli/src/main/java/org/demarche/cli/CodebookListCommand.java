package org.demarche.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche codebook list}. */
@Command(
    name = "list",
    description = "Lists the rules with type, CAMEO code and place.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class CodebookListCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--type", paramLabel = "TYPE", description = "Only rules of this type: CONSULT.")
  private String type = "";

  @Mixin private EngineOptions books;

  CodebookListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    books.check();
    Codebook codebook = books.codebook();
    List<Rule> rules =
        codebook.rules().stream()
            .filter(r -> type.isEmpty() || r.type().equals(type.toUpperCase(Locale.ROOT)))
            .sorted(
                Comparator.comparing(Rule::type)
                    .thenComparing(r -> r.source().file())
                    .thenComparing(r -> r.source().line()))
            .toList();
    if (rules.isEmpty()) {
      throw new UsageException("no rule of type " + type);
    }
    PrintStream out = session.text();
    for (Rule rule : rules) {
      out.printf(
          Locale.ROOT,
          "%-10s %-12s %-5s %-36s %3d frames  %s%n",
          rule.type(),
          rule.mode(),
          rule.cameo(),
          rule.name(),
          rule.frames().size(),
          rule.source());
    }
    out.flush();
    session
        .err()
        .printf(
            Locale.ROOT,
            "%,d rules over %s, %,d frames%n",
            rules.size(),
            codebook.predicates(rules),
            codebook.frames(rules));
    return 0;
  }
}
