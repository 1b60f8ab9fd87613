package org.demarche.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.demarche.cli.output.PageJson;
import org.demarche.cli.output.PagePrinter;
import org.demarche.press.input.InputException;
import org.demarche.press.input.SavedPage;
import org.demarche.press.page.PressArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche page FILE}: what is read from a page before it is coded. */
@Command(
    name = "page",
    description = "Shows what is read from a page: its article, where it came from, what is left.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  demarche page article.html",
      "  demarche page saved-page.txt --json"
    })
final class PageCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "FILE",
      description = "An HTML page, a page saved as text, or - for standard input.")
  private String file;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(names = "--color", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
  private Session.ColorChoice color;

  PageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      PressArticle page = read();
      PrintStream out = session.text();
      if (json) {
        out.println(PageJson.of(page));
      } else {
        new PagePrinter(out, session.paint(color), session.width()).print(page);
      }
      out.flush();
      return 0;
    } catch (NoSuchFileException e) {
      session.err().println(file + ": no such file");
    } catch (InputException | IOException e) {
      session.err().println(file + ": " + e.getMessage());
    }
    return 1;
  }

  private PressArticle read() throws IOException, InputException {
    SavedPage pages = new SavedPage();
    if (file.equals("-")) {
      return pages.read(file, session.in());
    }
    if (Files.isDirectory(Path.of(file))) {
      throw new UsageException(file + " is a folder; page reads one file");
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return pages.read(file, in);
    }
  }
}
