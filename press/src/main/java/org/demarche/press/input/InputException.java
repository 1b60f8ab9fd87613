package org.demarche.press.input;

import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/** Ends the reading of one piece of input; the message says why, without its place. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  private final InputKind kind;

  InputException(InputKind kind, String why) {
    super(why);
    this.kind = kind;
  }

  Item.Failed<PressArticle> at(String where) {
    return new Item.Failed<>(where, kind.label(), getMessage());
  }
}
