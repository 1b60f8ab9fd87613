package org.demarche.cluster.job;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.demarche.cluster.code.StationPlan.CoderPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run FILE… --output DIR}: a job on the cluster that {@code spark-submit} is told of. */
@Command(
    name = "run",
    description = "Codes a batch on the cluster that spark-submit starts it on.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Records that fail stand in the table of failures and do not make the job fail: a cluster",
      "would begin it anew.",
    })
final class RunCommand implements Callable<Integer> {
  private final PrintStream err;

  @Mixin private JobOptions options;

  RunCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("demarche").getOrCreate()) {
      long began = System.nanoTime();
      new CodingJob(spark, CoderPlan.builtIn())
          .run(options.job())
          .print(err, (System.nanoTime() - began) / 1e9);
      return 0;
    }
  }
}
