package org.demarche.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of the date score that are kept and watched. */
public final class DateMeasures {
  private DateMeasures() {}

  /** The measures of all files together. */
  public static Map<String, Double> of(DateScore.Report report) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("value F1", report.total().valueF1());
    measures.put("relaxed F1", report.total().relaxedF1());
    measures.put("strict F1", report.total().strictF1());
    return measures;
  }
}
