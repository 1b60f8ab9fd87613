package org.demarche.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.demarche.cli.output.Paint;

/**
 * What a command talks to.
 *
 * @param out results only
 * @param err everything else
 * @param outIsTerminal whether a person reads {@code out} directly
 * @param errIsTerminal whether a person reads {@code err} directly
 * @param width of the terminal, in columns
 * @param plain whether colours are not wanted ({@code NO_COLOR})
 */
public record Session(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    boolean plain) {
  private static final int WIDEST = 120;
  private static final int USUAL = 100;

  public Session {
    Objects.requireNonNull(in);
    Objects.requireNonNull(out);
    Objects.requireNonNull(err);
  }

  /**
   * The process's own streams. The wrapper script knows which of them are terminals and says so in
   * {@code DEMARCHE_TERMINALS}; without it Java can only tell whether all are.
   */
  public static Session ofProcess(Map<String, String> environment) {
    String terminals = environment.get("DEMARCHE_TERMINALS");
    boolean all = terminals == null && isTerminal(System.console());
    return new Session(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        terminals == null ? all : terminals.contains("1"),
        terminals == null ? all : terminals.contains("2"),
        width(environment.getOrDefault("COLUMNS", "")),
        !environment.getOrDefault("NO_COLOR", "").isEmpty());
  }

  private static int width(String columns) {
    return columns.matches("[1-9]\\d{1,3}") ? Math.min(Integer.parseInt(columns), WIDEST) : USUAL;
  }

  /** From JDK 22 on there is a console without a terminal too, which only a new method tells. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  /** A stream for text results. */
  PrintStream text() {
    return new PrintStream(out, false, StandardCharsets.UTF_8);
  }

  /** The colours for results, by the option {@code --color}. */
  Paint paint(ColorChoice choice) {
    return new Paint(
        switch (choice) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> outIsTerminal && !plain;
        });
  }

  /** When to colour. */
  enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER
  }
}
