package org.demarche.press.input;

import java.util.Locale;

/** Kinds of input that cannot be read, for counting. */
enum InputKind {
  MISSING,
  UNREADABLE,
  EMPTY,
  BINARY,
  NOT_UTF_8,
  TOO_LARGE,
  MALFORMED_JSON,
  BAD_FIELD,
  NO_TEXT;

  /** The kind in words. */
  String label() {
    return this == NOT_UTF_8 ? "not UTF-8" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
