package org.demarche.cluster.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.demarche.archive.export.Layout;
import org.demarche.cluster.code.Staged;
import org.demarche.cluster.code.Station;
import org.demarche.cluster.code.StationPlan;
import org.demarche.cluster.code.StationPlan.CoderPlan;
import org.demarche.cluster.input.JobException;
import org.demarche.cluster.input.LineTask;
import org.demarche.cluster.input.Lines;
import org.demarche.cluster.input.RecordOf;
import org.demarche.cluster.input.Source;
import org.demarche.cluster.input.Sources;
import org.demarche.cluster.input.WarcTask;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/** Codes a batch of articles on every core that Spark has. */
public final class CodingJob {
  /** Day of publication: articles without one stand in Hive's default partition. */
  private static final String PARTITION = "pubdate";

  private static final String COMPRESSION = "zstd";

  private final SparkSession spark;
  private final CoderPlan coder;
  private final Layout layout = Station.parquet();

  public CodingJob(SparkSession spark, CoderPlan coder) {
    this.spark = spark;
    this.coder = coder;
    spark.conf().set("spark.sql.datetime.java8API.enabled", true);
    spark.conf().set("spark.sql.session.timeZone", "UTC");
  }

  /**
   * Reads, codes, numbers and writes.
   *
   * @throws JobException if the job cannot begin, with nothing changed
   * @throws IOException if the output cannot be written
   */
  public Written run(Job job) throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    List<Source> sources = new Sources(hadoop).of(job.inputs());
    String batch = job.batch().map(Batch::checked).orElseGet(() -> Batch.nameOf(sources));
    OutputFolder output = new OutputFolder(hadoop, job.output(), batch);
    List<String> inputs = sources.stream().map(Source::uri).toList();
    output.refuseOverlap(inputs);
    output.clear();

    StationPlan plan = new StationPlan(coder, job.published());
    Dataset<Row> staged = staged(coded(sources, plan), output.staged("rows"));
    numbered(staged)
        .withColumn(PARTITION, col("published"))
        .hint("rebalance", col(PARTITION))
        .sortWithinPartitions(PARTITION, "id")
        .write()
        .option("compression", COMPRESSION)
        .partitionBy(PARTITION)
        .parquet(output.staged("events"));
    failures(staged).write().option("compression", COMPRESSION).parquet(output.staged("failures"));
    Written written = counted(staged, batch);
    output.commit(written.batch(inputs));
    return written;
  }

  private JavaRDD<Row> coded(List<Source> sources, StationPlan plan) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<StationPlan> stations = context.broadcast(plan);
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    List<JavaRDD<Row>> parts = new ArrayList<>();
    List<Source> archives = sources.stream().filter(s -> s.kind() == Source.Kind.WARC).toList();
    if (!archives.isEmpty()) {
      parts.add(
          context
              .parallelize(archives, archives.size())
              .mapPartitions(files -> archives(files, stations, hadoop)));
    }
    Lines lines = new Lines(spark);
    for (Source source : sources) {
      if (source.kind() == Source.Kind.LINES && source.bytes() == 0) {
        parts.add(
            context
                .parallelize(List.of(source), 1)
                .mapPartitions(files -> stations.value().station().rows(empty(files.next()))));
      } else if (source.kind() != Source.Kind.WARC) {
        parts.add(
            lines
                .of(source)
                .mapPartitions(
                    part -> {
                      Station station = stations.value().station();
                      return station.rows(new LineTask(source, station.reader(), part));
                    }));
      }
    }
    return union(context, parts);
  }

  /** In one step: a chain of thousands of unions is too deep for Spark. */
  @SuppressWarnings("unchecked") // there is no array of JavaRDD<Row>
  private static JavaRDD<Row> union(JavaSparkContext context, List<JavaRDD<Row>> parts) {
    return context.union((JavaRDD<Row>[]) parts.toArray(JavaRDD<?>[]::new));
  }

  private static Iterator<Row> archives(
      Iterator<Source> files,
      Broadcast<StationPlan> stations,
      Broadcast<SerializableConfiguration> hadoop) {
    Station station = stations.value().station();
    return station.rows(new WarcTask(files.next(), station.reader(), hadoop.value().value()));
  }

  private static Iterator<RecordOf> empty(Source file) {
    Item<PressArticle> none = new Item.Failed<>(file.name(), "empty", "empty: no byte in it");
    return List.of(new RecordOf(file, 1, none)).iterator();
  }

  /** The rows on disk, so that numbering and parting them codes nothing again. */
  private Dataset<Row> staged(JavaRDD<Row> rows, String folder) {
    StructType schema = Staged.schema(layout);
    spark.createDataFrame(rows, schema).write().option("compression", COMPRESSION).parquet(folder);
    return spark.read().schema(schema).parquet(folder);
  }

  private static Dataset<Row> of(Dataset<Row> staged, String kind) {
    return staged
        .filter(col(Staged.KIND).equalTo(kind))
        .sort(Staged.SOURCE, Staged.RECORD, Staged.PLACE);
  }

  /** Events in the order of the input, numbered from 1, as one machine numbers them. */
  private Dataset<Row> numbered(Dataset<Row> staged) {
    StructType events = Staged.events(layout);
    int id = events.fieldIndex("id");
    JavaRDD<Row> rows =
        of(staged, Staged.EVENT)
            .selectExpr(events.fieldNames())
            .toJavaRDD()
            .zipWithIndex()
            .map(
                numbered -> {
                  Object[] cells = new Object[numbered._1().size()];
                  for (int i = 0; i < cells.length; i++) {
                    cells[i] = i == id ? Long.valueOf(numbered._2() + 1) : numbered._1().get(i);
                  }
                  return RowFactory.create(cells);
                });
    return spark.createDataFrame(rows, events);
  }

  private static Dataset<Row> failures(Dataset<Row> staged) {
    return of(staged, Staged.FAILURE)
        .select(
            col(Staged.ARTICLE).as("article"),
            col(Staged.FILE).as("source"),
            col(Staged.STAGE).as("stage"),
            col(Staged.WHY).as("why"));
  }

  private static Written counted(Dataset<Row> staged, String batch) {
    Map<String, Long> counts = new TreeMap<>();
    Dataset<Row> of = staged.filter(col(Staged.KIND).equalTo(Staged.COUNT));
    for (Row row : of.groupBy(Staged.WHY).agg(sum(Staged.COUNTED)).collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    Map<String, Long> failed = new TreeMap<>();
    Dataset<Row> failures = staged.filter(col(Staged.KIND).equalTo(Staged.FAILURE));
    for (Row row : failures.groupBy(Staged.STAGE).count().collectAsList()) {
      failed.put(row.getString(0), row.getLong(1));
    }
    long events = staged.filter(col(Staged.KIND).equalTo(Staged.EVENT)).count();
    return Written.of(batch, counts, failed, events);
  }
}
