package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.code.Coder;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.data.CacheFolder;
import org.demarche.coder.syntax.Syntax;

/** Loads parser, actor book and codebook side by side. */
final class LoadingEngine implements Engine {
  private final PrintStream err;
  private final Map<String, String> environment;

  LoadingEngine(PrintStream err, Map<String, String> environment) {
    this.err = err;
    this.environment = environment;
  }

  @Override
  public Coder coder(EngineOptions options) {
    options.check();
    announceFirstUse();
    CompletableFuture<ActorBook> actors = CompletableFuture.supplyAsync(options::actorBook);
    CompletableFuture<Codebook> codebook = CompletableFuture.supplyAsync(options::codebook);
    CompletableFuture<Syntax> syntax = CompletableFuture.supplyAsync(Syntax::load);
    return new Coder(join(syntax), join(actors), join(codebook));
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The parser keeps its models in a compact form, which takes a while to make once. */
  private void announceFirstUse() {
    Path cache =
        CacheFolder.of(
                Optional.ofNullable(environment.get("DEMARCHE_CACHE")),
                System.getProperty("user.home"))
            .path();
    if (!holdsFolder(cache)) {
      err.println("demarche: preparing the parser's models in " + cache + ", only on first use …");
    }
  }

  private static boolean holdsFolder(Path cache) {
    if (!Files.isDirectory(cache)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(cache)) {
      return entries.anyMatch(Files::isDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
