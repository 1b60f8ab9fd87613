package org.demarche.press.feed;

/** Something is no feed, no OPML or no file of subscriptions; the message says why. */
public class FeedException extends Exception {
  private static final long serialVersionUID = 1;

  public FeedException(String message) {
    super(message);
  }
}
