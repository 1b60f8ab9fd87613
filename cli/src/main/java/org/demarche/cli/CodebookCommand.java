package org.demarche.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche codebook …}. */
@Command(
    name = "codebook",
    description = "Checks, lists and imports event rules.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class CodebookCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "check, list or import?");
  }
}
