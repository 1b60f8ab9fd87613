package org.demarche.cluster.code;

/** What is counted, and the stages at which a whole record fails. */
public final class Counts {
  public static final String ARTICLES = "articles";
  public static final String SENTENCES = "sentences";

  /** Before the reason why something was left out. */
  public static final String LEFT_OUT = "left out: ";

  public static final String READING = "reading";
  public static final String CODING = "coding";

  private Counts() {}
}
