package org.demarche.cluster.input;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.hadoop.util.StringUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lines of a table of articles, cut into as many parts as keep every core busy. */
public final class Lines {
  private static final List<String> COLUMNS =
      List.of("id", "text", "title", "byline", "url", "published", "language");

  /** Parts of less are not worth a task, of more not worth losing to one that fails. */
  private static final long LEAST = 256L << 10;

  private static final long MOST = 32L << 20;
  private static final int PARTS_A_CORE = 4;

  private final SparkSession spark;

  public Lines(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * The lines of a file of JSON or of Parquet, numbered.
   *
   * @throws JobException for Parquet without a column {@code text}
   */
  public JavaRDD<RawLine> of(Source source) {
    String path = new Path(URI.create(source.uri())).toString();
    return source.kind() == Source.Kind.PARQUET ? rows(source, path) : lines(source, path);
  }

  /** Lines end with a line feed alone, as on one machine, and bytes are left as they are. */
  private JavaRDD<RawLine> lines(Source source, String path) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration settings = new Configuration(context.hadoopConfiguration());
    settings.set("textinputformat.record.delimiter", "\n");
    settings.set(FileInputFormat.INPUT_DIR, StringUtils.escapeString(path));
    long share = source.bytes() / ((long) context.defaultParallelism() * PARTS_A_CORE);
    settings.setLong(FileInputFormat.SPLIT_MAXSIZE, Math.max(LEAST, Math.min(MOST, share)));
    return context
        .newAPIHadoopRDD(settings, TextInputFormat.class, LongWritable.class, Text.class)
        .map(line -> new RawLine(0, line._1().get(), line._2().copyBytes()))
        .zipWithIndex()
        .map(line -> line._1().numbered(line._2() + 1));
  }

  private JavaRDD<RawLine> rows(Source source, String path) {
    Dataset<Row> table = spark.read().parquet(path);
    List<String> there = Arrays.asList(table.columns());
    if (!there.contains("text")) {
      throw new JobException(
          source.name() + " has no column text, only " + String.join(", ", there));
    }
    Column[] known =
        COLUMNS.stream().filter(there::contains).map(c -> col(c)).toArray(Column[]::new);
    return table
        .select(to_json(struct(known)), col("_metadata.row_index"))
        .toJavaRDD()
        .map(
            row ->
                new RawLine(
                    row.getLong(1) + 1, 0, row.getString(0).getBytes(StandardCharsets.UTF_8)));
  }
}
