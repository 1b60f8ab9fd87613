package org.demarche.cluster.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.demarche.archive.export.Column;
import org.demarche.archive.export.Layout;
import org.demarche.cluster.input.RecordOf;

/**
 * The rows that coding yields, of three kinds in one table, since an article is coded only once:
 * events, failures and counts. The first columns say which kind, and where in the input.
 */
public final class Staged {
  public static final String EVENT = "event";
  public static final String FAILURE = "failure";
  public static final String COUNT = "count";

  public static final String KIND = "_kind";
  public static final String SOURCE = "_source";
  public static final String RECORD = "_record";

  /** Place among the rows of one record. */
  public static final String PLACE = "_place";

  public static final String COUNTED = "_counted";
  public static final String ARTICLE = "_article";
  public static final String FILE = "_file";
  public static final String STAGE = "_stage";
  public static final String WHY = "_why";

  private static final StructType OWN =
      new StructType()
          .add(KIND, DataTypes.StringType, false)
          .add(SOURCE, DataTypes.IntegerType, false)
          .add(RECORD, DataTypes.LongType, false)
          .add(PLACE, DataTypes.IntegerType, false)
          .add(COUNTED, DataTypes.LongType)
          .add(ARTICLE, DataTypes.StringType)
          .add(FILE, DataTypes.StringType)
          .add(STAGE, DataTypes.StringType)
          .add(WHY, DataTypes.StringType);

  private Staged() {}

  /** The columns of the staged table. */
  public static StructType schema(Layout layout) {
    List<StructField> fields = new ArrayList<>(Arrays.asList(OWN.fields()));
    fields.addAll(Arrays.asList(events(layout).fields()));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** The columns of events: those of the layout. */
  public static StructType events(Layout layout) {
    StructType events = new StructType();
    for (Column column : layout.columns()) {
      events = events.add(column.name(), type(column.type()));
    }
    return events;
  }

  private static DataType type(Column.Type type) {
    return switch (type) {
      case INTEGER -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case STRING -> DataTypes.StringType;
      case DATE -> DataTypes.DateType;
    };
  }

  static Row event(RecordOf record, int place, Layout layout, List<Object> cells) {
    Object[] row = row(EVENT, record.source().number(), record.number(), place, layout);
    for (int i = 0; i < cells.size(); i++) {
      row[OWN.size() + i] = cell(layout.columns().get(i).type(), cells.get(i));
    }
    return RowFactory.create(row);
  }

  /** As in the archive's Parquet: null for what is not known. */
  private static Object cell(Column.Type type, Object cell) {
    if (cell.equals("")) {
      return null;
    }
    return switch (type) {
      case INTEGER -> ((Number) cell).longValue();
      case NUMBER -> ((Number) cell).doubleValue();
      case STRING -> cell.toString();
      case DATE -> cell;
    };
  }

  static Row failure(
      RecordOf record, int place, Layout layout, String article, String stage, String why) {
    Object[] row = row(FAILURE, record.source().number(), record.number(), place, layout);
    row[OWN.fieldIndex(ARTICLE)] = article;
    row[OWN.fieldIndex(FILE)] = record.source().name();
    row[OWN.fieldIndex(STAGE)] = stage;
    row[OWN.fieldIndex(WHY)] = why;
    return RowFactory.create(row);
  }

  static Row count(Layout layout, String what, long counted) {
    Object[] row = row(COUNT, 0, 0, 0, layout);
    row[OWN.fieldIndex(COUNTED)] = counted;
    row[OWN.fieldIndex(WHY)] = what;
    return RowFactory.create(row);
  }

  private static Object[] row(String kind, int source, long record, int place, Layout layout) {
    Object[] row = new Object[OWN.size() + layout.columns().size()];
    row[OWN.fieldIndex(KIND)] = kind;
    row[OWN.fieldIndex(SOURCE)] = source;
    row[OWN.fieldIndex(RECORD)] = record;
    row[OWN.fieldIndex(PLACE)] = place;
    return row;
  }
}
