package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.demarche.coder.code.CodebookCheck;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.dictionary.DictionaryImport;
import org.demarche.coder.dictionary.Imported;
import org.demarche.coder.dictionary.Imported.Leftover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche codebook import FILE…}. */
@Command(
    name = "import",
    description =
        "Reads verb, actor and agent dictionaries of TABARI, PETRARCH and PETRARCH2 into a codebook "
            + "and an actor book, and says what could not be carried over.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    footer = {
      "",
      "Writes DIR/codebook, DIR/actors and DIR/left-out.tsv. Then:",
      "  demarche code article.txt --codebook DIR/codebook --actors DIR/actors"
    })
final class CodebookImportCommand implements Callable<Integer> {
  private final Session session;
  private final Engine engine;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dictionaries, of any kind.")
  private List<Path> files;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "A new or empty folder.")
  private Path output;

  CodebookImportCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    List<DataFile> dictionaries = new ArrayList<>();
    for (Path file : files) {
      dictionaries.add(read(file));
    }
    if (Files.exists(output) && !isEmpty(output)) {
      throw new UsageException(output + " is not an empty folder");
    }
    Imported imported = DictionaryImport.of(dictionaries);
    if (imported.rules().isEmpty() && imported.actors().isEmpty()) {
      throw new UsageException("no dictionary entry in " + files);
    }
    List<Leftover> left = new ArrayList<>(imported.left());
    Path codebook = output.resolve("codebook");
    if (!imported.rules().isEmpty()) {
      write(codebook, imported.codebook(Set.of()));
      write(codebook, imported.codebook(unread(codebook, left)));
    }
    if (!imported.actors().isEmpty()) {
      write(output.resolve("actors"), imported.actors());
    }
    report(imported, left);
    return 0;
  }

  private static DataFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no such file: " + file);
    }
    try {
      return new DataFile(file.toString(), Files.readString(file));
    } catch (MalformedInputException e) {
      // older dictionaries are in Latin-1
      return new DataFile(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The rules that do not read their own example; each is left out and said. */
  private Set<String> unread(Path codebook, List<Leftover> left) {
    CodebookCheck.Result result =
        new CodebookCheck(engine.coder(EngineOptions.only(codebook))).run(rule -> true);
    Set<String> unread = new LinkedHashSet<>();
    for (CodebookCheck.Failure failure : result.failures()) {
      if (unread.add(failure.rule().name())) {
        left.add(
            new Leftover(failure.at(), failure.text(), "a rule that does not read its example"));
      }
    }
    return unread;
  }

  private void report(Imported imported, List<Leftover> left) throws IOException {
    StringBuilder table = new StringBuilder("file\tline\twhy\ttext\n");
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Leftover l : left) {
      reasons.merge(l.why(), 1, Integer::sum);
      String text = l.text().replace('\t', ' ');
      table.append(l.at().file()).append("\t").append(l.at().line());
      table.append("\t").append(l.why()).append("\t").append(text).append("\n");
    }
    Files.writeString(output.resolve("left-out.tsv"), table);
    PrintStream out = session.text();
    imported.carried().forEach((what, count) -> out.printf("%7d %s%n", count, what));
    out.printf("%7d left out, by line in %s%n", left.size(), output.resolve("left-out.tsv"));
    reasons.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(e -> out.printf("%11d %s%n", e.getValue(), e.getKey()));
    out.flush();
  }
}
