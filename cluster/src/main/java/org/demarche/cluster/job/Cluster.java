package org.demarche.cluster.job;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkException;
import org.demarche.cluster.input.JobException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche cluster}, and what {@code spark-submit} starts. */
@Command(
    name = "demarche cluster",
    description = "Codes web archives and tables of articles with Apache Spark.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "DIR holds events/ and failures/ as Parquet, by batch and day of publication.",
      "Exit codes: 0 all was read, 1 some records failed or the job was given up, 2 wrong use."
    })
public final class Cluster implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs a command and ends the process. */
  public static void main(String[] args) {
    int exit =
        run(
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            args);
    // On a cluster the driver ends by itself, and an exit would be taken for a failure.
    if (exit != 0 || args.length == 0 || !args[0].equals("run")) {
      System.exit(exit);
    }
  }

  /** Runs a command; gives the exit code. */
  static int run(PrintStream err, String... args) {
    CommandLine line =
        new CommandLine(new Cluster())
            .addSubcommand(new LocalCommand(err))
            .addSubcommand(new RunCommand(err));
    return line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(
            (e, given) -> {
              err.println("demarche: " + e.getMessage());
              String name = e.getCommandLine().getCommandSpec().qualifiedName();
              err.println("'" + name + " --help' shows what it takes");
              return CommandLine.ExitCode.USAGE;
            })
        .setExecutionExceptionHandler((e, command, parsed) -> failed(err, e))
        .execute(args);
  }

  private static int failed(PrintStream err, Exception e) throws Exception {
    if (e instanceof JobException) {
      err.println("demarche: " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (e instanceof SparkException) {
      err.println("demarche: the job was given up, the output is as it was: " + cause(e));
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  private static String cause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "local or run?");
  }
}
