package org.demarche.cluster.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every way to run a job asks for. */
final class JobOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Web archives (.warc, .warc.gz), articles as JSON lines (.jsonl) or Parquet, folders of "
              + "these; also addresses and patterns that Hadoop knows (hdfs:, s3a:).")
  private List<String> inputs;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "A folder, in which this input becomes a batch beside the others.")
  private String output;

  @Option(
      names = "--batch",
      paramLabel = "NAME",
      description =
          "The batch's name. A batch of this name is replaced; by default the same files make the "
              + "same name.")
  private String batch;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "Day of publication (2022-06-20) for what has none of its own.")
  private LocalDate published;

  Job job() {
    return new Job(inputs, output, Optional.ofNullable(batch), Optional.ofNullable(published));
  }
}
