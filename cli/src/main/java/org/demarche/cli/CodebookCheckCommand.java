package org.demarche.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.demarche.coder.code.CodebookCheck;
import org.demarche.coder.code.Coder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche codebook check}. */
@Command(
    name = "check",
    description = "Runs the examples of the rules: each must give what it says.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class CodebookCheckCommand implements Callable<Integer> {
  private final Session session;
  private final Engine engine;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Your own rules, added to the built-in codebook; only their examples are run.")
  private Path folder;

  @Option(names = "--all", description = "With DIR: run the built-in examples too.")
  private boolean all;

  @Mixin private EngineOptions books;

  CodebookCheckCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Coder coder = engine.coder(folder == null ? books : books.with(folder));
    CodebookCheck.Result result =
        new CodebookCheck(coder)
            .run(rule -> folder == null || all || Path.of(rule.source().file()).startsWith(folder));
    PrintStream out = session.text();
    result.failures().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%,d rules over %s, %,d frames, %,d examples, %,d failures%n",
        result.rules(),
        result.predicates(),
        result.frames(),
        result.examples(),
        result.failures().size());
    out.flush();
    return result.failures().isEmpty() ? 0 : 1;
  }
}
