package org.demarche.cluster.code;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.coder.code.Coder;
import org.demarche.press.input.RecordReader;
import org.demarche.press.outlet.OutletBook;

/**
 * How to make a {@link Station}. Broadcast by Spark, of which every JVM has one copy, so that the
 * first task there makes the station and the others share it.
 */
public final class StationPlan implements Serializable {
  private static final long serialVersionUID = 1;

  private final CoderPlan plan;

  /** Null for none: an Optional cannot be sent. */
  private final LocalDate published;

  private transient Station station;

  /**
   * @param published the day for articles without one of their own
   */
  public StationPlan(CoderPlan plan, Optional<LocalDate> published) {
    this.plan = plan;
    this.published = published.orElse(null);
  }

  /** Makes what codes articles. */
  @FunctionalInterface
  public interface CoderPlan extends Serializable {
    /** The built-in coder. */
    static CoderPlan builtIn() {
      return () -> ArticleCoder.of(Coder.create());
    }

    ArticleCoder make();
  }

  /** The station of this JVM. */
  public synchronized Station station() {
    if (station == null) {
      station =
          new Station(
              plan.make(),
              new RecordReader(OutletBook.load(), Optional.ofNullable(published)),
              Station.parquet());
    }
    return station;
  }
}
