package org.demarche.cluster.job;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.demarche.cluster.code.StationPlan.CoderPlan;
import org.demarche.cluster.input.JobException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche cluster local FILE… --output DIR}: a job on this machine alone. */
@Command(
    name = "local",
    description = "Codes a batch on this machine, as a cluster would.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  demarche cluster local articles.jsonl crawl-data/CC-NEWS/2024/05/ --output events/",
    })
final class LocalCommand implements Callable<Integer> {
  private static final int MOST = 256;

  private final PrintStream err;

  @Mixin private JobOptions options;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Parts coded at a time; by default one a processor.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "4",
      description = "How often a part is tried before the job is given up; ${DEFAULT-VALUE}.")
  private int attempts;

  LocalCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    if (workers < 1 || workers > MOST || attempts < 1 || attempts > MOST) {
      throw new JobException("--workers and --attempts take 1 to " + MOST);
    }
    try (SparkSession spark = session(workers, attempts)) {
      long began = System.nanoTime();
      Written written = new CodingJob(spark, CoderPlan.builtIn()).run(options.job());
      written.print(err, (System.nanoTime() - began) / 1e9);
      return written.allRead() ? 0 : 1;
    }
  }

  /** Spark in this process, that nobody else can reach. */
  static SparkSession session(int workers, int attempts) {
    return SparkSession.builder()
        .appName("demarche")
        .master("local[" + workers + "," + attempts + "]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", String.valueOf(workers * 2))
        .getOrCreate();
  }
}
