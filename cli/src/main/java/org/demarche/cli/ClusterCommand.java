package org.demarche.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code demarche cluster}: a program of its own with Spark's jars (module cluster), which the
 * script starts; here it only has its place in the list of commands.
 */
@Command(
    name = "cluster",
    description = "Codes web archives and tables of articles with Apache Spark.")
final class ClusterCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = List.of();

  @Override
  public Integer call() {
    throw new UsageException(
        "this needs Spark; the script has it: ./demarche cluster " + String.join(" ", arguments));
  }
}
