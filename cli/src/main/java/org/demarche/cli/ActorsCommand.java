package org.demarche.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche actors …}. */
@Command(
    name = "actors",
    description = "Looks into the actor book.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class ActorsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "show whom?");
  }
}
