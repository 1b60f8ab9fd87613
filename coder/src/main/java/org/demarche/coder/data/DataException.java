package org.demarche.coder.data;

import java.util.List;

/** Data files that cannot be used: the message lists every problem with file and line. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public DataException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(text.length() == 0 ? "" : "\n").append(problem);
    }
    return text.toString();
  }

  /** What is wrong, in the order found. */
  public List<Problem> problems() {
    return problems;
  }

  /** One thing wrong in a data file. */
  public record Problem(Source at, String what) {
    @Override
    public String toString() {
      return at + ": " + what;
    }
  }
}
