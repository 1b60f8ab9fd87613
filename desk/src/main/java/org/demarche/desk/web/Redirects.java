package org.demarche.desk.web;

/** Where a form leads. */
final class Redirects {
  private Redirects() {}

  /**
   * A place on the desk; the front page for anything else, so that no link leads away from it.
   *
   * @param place as it came with a request, may be null
   */
  static String within(String place) {
    return place != null && place.matches("/(?![/\\\\])[^\\\\{}\\p{Cntrl}]*") ? place : "/";
  }

  /** A place on the desk where it is said that something was done (a message key's end). */
  static String done(String place, String what) {
    int anchor = place.indexOf('#');
    String page = anchor < 0 ? place : place.substring(0, anchor);
    String rest = anchor < 0 ? "" : place.substring(anchor);
    return "redirect:" + page + (page.contains("?") ? "&" : "?") + "done=" + what + rest;
  }
}
