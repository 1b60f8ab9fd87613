package org.demarche.coder.actor;

/**
 * What a name in the actor book can mean.
 *
 * @param kind in which capacity the words stand for the entry
 * @param code the entry
 * @param person the holder's full name for {@link Kind#PERSON} and {@link Kind#SURNAME}, else empty
 */
record Sense(Kind kind, String code, String person) {
  enum Kind {
    NAME,
    ADJECTIVE,
    PEOPLE,
    CAPITAL,
    SEAT,
    PLACE,
    PERSON,
    SURNAME
  }
}
