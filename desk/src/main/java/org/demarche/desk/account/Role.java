package org.demarche.desk.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an account may do; each role may do what the one before may. */
public enum Role {
  READER(Permission.READ, Permission.OWN, Permission.REACT),
  ANALYST(Permission.CORRECT, Permission.EXPORT),
  EDITOR(Permission.MODERATE),
  ADMINISTRATOR(Permission.ADMINISTER);

  private final Set<Permission> added;

  Role(Permission... added) {
    this.added = Set.of(added);
  }

  /** Whether an account of this role has a permission. */
  public boolean may(Permission permission) {
    Set<Permission> all = EnumSet.of(Permission.PUBLIC);
    for (Role role : values()) {
      if (role.compareTo(this) <= 0) {
        all.addAll(role.added);
      }
    }
    return all.contains(permission);
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
