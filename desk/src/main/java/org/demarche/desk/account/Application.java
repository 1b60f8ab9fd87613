package org.demarche.desk.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody fills in to get an account.
 *
 * @param name as others see it
 * @param email lower case
 * @param password as typed
 */
public record Application(String name, String email, String password) {
  private static final int SHORTEST = 10;

  /** What bcrypt reads; the rest would not count. */
  private static final int LONGEST_BYTES = 72;

  public Application {
    name = name.strip();
    email = email.strip().toLowerCase(Locale.ROOT);
  }

  /** What is wrong with it, as message keys; empty where nothing is. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{1,39}")) {
      problems.add("account.problem.name");
    }
    if (!email.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
      problems.add("account.problem.email");
    }
    problems.addAll(problems(password));
    return problems;
  }

  /** What is wrong with a password, as message keys. */
  public static List<String> problems(String password) {
    if (password.length() < SHORTEST) {
      return List.of("account.problem.short");
    }
    return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES
        ? List.of("account.problem.long")
        : List.of();
  }

  /** Without the password, since it may end in a log. */
  @Override
  public String toString() {
    return name + " <" + email + ">";
  }
}
