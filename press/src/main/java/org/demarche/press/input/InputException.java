package org.demarche.press.input;

/** Ends the reading of one piece of input; the message says why, without its place. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  private final Input.Kind kind;

  InputException(Input.Kind kind, String why) {
    super(why);
    this.kind = kind;
  }

  Input.Unreadable at(String where) {
    return new Input.Unreadable(where, kind, getMessage());
  }
}
