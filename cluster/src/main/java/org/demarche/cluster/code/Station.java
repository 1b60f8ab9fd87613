package org.demarche.cluster.code;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.demarche.archive.export.Exports;
import org.demarche.archive.export.Format;
import org.demarche.archive.export.Layout;
import org.demarche.cluster.input.RecordOf;
import org.demarche.press.input.RecordReader;

/** What codes on one machine: costly to make and thread-safe, shared by the tasks of a JVM. */
public record Station(ArticleCoder coder, RecordReader reader, Layout layout) {

  /** The columns of events on one machine's Parquet. */
  public static Layout parquet() {
    return new Exports().layout(Format.PARQUET).orElseThrow();
  }

  /** The staged rows of some records, coded as they are asked for. */
  public Iterator<Row> rows(Iterator<RecordOf> records) {
    return new CodedRows(this, records);
  }
}
