package org.demarche.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program {@code demarche}. */
@Command(
    name = "demarche",
    description =
        "Codes political events from press text: who did what to whom, when, by which words.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    footer = {
      "",
      "Examples:",
      "  demarche code article.txt --published 2022-06-20",
      "  demarche code folder/ --format csv --output events.csv",
      "  demarche add folder/",
      "  demarche search \"actor:JPN type:AGREE date:2024\"",
      "  demarche explain \"Japan and Kazakhstan signed a trade agreement.\"",
      "  demarche page article.html",
      "  demarche codebook check my-rules/",
      "",
      "Exit codes: 0 all input was read, 1 some input failed, 2 wrong use."
    })
public final class Demarche implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs a command and ends the process. */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Session session = Session.ofProcess(environment);
    System.exit(run(session, new LoadingEngine(session.err(), environment), args));
  }

  /** Runs a command; gives the exit code. */
  static int run(Session session, Engine engine, String... args) {
    CommandLine codebook =
        new CommandLine(new CodebookCommand())
            .addSubcommand(new CodebookCheckCommand(session, engine))
            .addSubcommand(new CodebookListCommand(session))
            .addSubcommand(new CodebookImportCommand(session, engine));
    CommandLine actors =
        new CommandLine(new ActorsCommand()).addSubcommand(new ActorsShowCommand(session));
    CommandLine feeds =
        new CommandLine(new FeedCommand())
            .addSubcommand(new FeedAddCommand(session))
            .addSubcommand(new FeedListCommand(session))
            .addSubcommand(new FeedPullCommand(session, engine))
            .addSubcommand(new FeedRemoveCommand(session));
    CommandLine line =
        new CommandLine(new Demarche())
            .addSubcommand(new CodeCommand(session, engine))
            .addSubcommand(new AddCommand(session, engine))
            .addSubcommand(new SearchCommand(session))
            .addSubcommand(new RecodeCommand(session, engine))
            .addSubcommand(new DiffCommand(session))
            .addSubcommand(new ExplainCommand(session, engine))
            .addSubcommand(new PageCommand(session))
            .addSubcommand(codebook)
            .addSubcommand(actors)
            .addSubcommand(new DeskCommand(session))
            .addSubcommand(new ExportCommand(session))
            .addSubcommand(feeds)
            .addSubcommand(new CrawlCommand(session, engine))
            .addSubcommand(new MentionsCommand(session))
            .addSubcommand(new ClusterCommand())
            .addSubcommand(new EvaluateCommand());
    PrintWriter err = new PrintWriter(session.err(), true, StandardCharsets.UTF_8);
    return line.registerConverter(LocalDate.class, Demarche::day)
        .setParameterExceptionHandler(
            (e, given) -> {
              CommandLine failed = e.getCommandLine();
              session.err().println("demarche: " + e.getMessage());
              if (failed.getSubcommands().isEmpty()) {
                String name = failed.getCommandSpec().qualifiedName();
                session.err().println("'" + name + " --help' shows what it takes");
              } else {
                failed.usage(err);
              }
              return CommandLine.ExitCode.USAGE;
            })
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
        .setErr(err)
        .setUsageHelpWidth(Math.min(session.width(), 100))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof UsageException) {
                session.err().println("demarche: " + e.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              session.err().println("demarche: " + e);
              e.printStackTrace(session.err());
              return 3;
            })
        .execute(args);
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + written + "' is not a date like 2022-06-20");
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** Says what was built. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Demarche.class.getPackage().getImplementationVersion();
      return new String[] {
        "demarche " + (version == null ? "development" : version), "Java " + Runtime.version()
      };
    }
  }
}
