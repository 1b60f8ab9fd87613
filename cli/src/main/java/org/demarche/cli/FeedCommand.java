package org.demarche.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche feed}: the feeds that are followed. */
@Command(
    name = "feed",
    description = "Follows feeds (RSS, Atom, JSON Feed) and reads their new articles.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class)
final class FeedCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command: add, list, pull or remove?");
  }
}
