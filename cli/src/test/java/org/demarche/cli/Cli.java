package org.demarche.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.code.Coder;
import org.demarche.coder.syntax.Syntax;

/** Runs commands in this process; the parser, which takes a second to load, is shared. */
final class Cli {
  private static final Syntax SYNTAX = Syntax.load();
  private static final ActorBook ACTORS = ActorBook.builtIn();
  private static final Coder BUILT_IN =
      new Coder(SYNTAX, ACTORS, org.demarche.coder.codebook.Codebook.builtIn());

  /** The repository. Surefire runs in the module's folder. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  static final Path SAMPLES = ROOT.resolve("samples");

  private Cli() {}

  /** What a command gave. */
  record Ran(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  static Engine engine() {
    return options -> {
      options.check();
      return options.builtIn()
          ? BUILT_IN
          : new Coder(SYNTAX, options.actorBook(), options.codebook());
    };
  }

  static Coder coder() {
    return BUILT_IN;
  }

  static Ran run(String... args) {
    return runWith(new byte[0], args);
  }

  static Ran runWith(String input, String... args) {
    return runWith(input.getBytes(StandardCharsets.UTF_8), args);
  }

  static Ran runWith(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session session =
        new Session(
            new ByteArrayInputStream(input),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            100,
            false);
    int exit = Demarche.run(session, engine(), args);
    return new Ran(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
