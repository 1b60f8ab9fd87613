package org.demarche.desk.account;

import java.util.Locale;

/** What an account may do; each role may do what the one before may. */
public enum Role {
  READER,
  ANALYST,
  EDITOR,
  ADMINISTRATOR;

  /** Whether an account of this role has a permission. */
  public boolean may(Permission permission) {
    return compareTo(lowest(permission)) >= 0;
  }

  private static Role lowest(Permission permission) {
    return switch (permission) {
      case PUBLIC, READ, OWN, REACT -> READER;
      case CORRECT, EXPORT -> ANALYST;
      case MODERATE, FEEDS -> EDITOR;
      case ADMINISTER -> ADMINISTRATOR;
    };
  }

  /** The name as it is kept and as message keys end. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of a label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Role of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
