package org.demarche.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.demarche.cli.output.Paint;
import org.demarche.coder.text.Article;
import org.demarche.press.input.Inputs;
import org.demarche.press.mention.Mention;
import org.demarche.press.mention.MentionFinder;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code demarche mentions FILE…}: the states and organisations that texts in any language name.
 */
@Command(
    name = "mentions",
    description = "Finds the states and organisations that texts name, in any language.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Adjectives, peoples, capitals and organisations are known in Arabic, Chinese, English,",
      "French, German, Russian, Spanish and Ukrainian; of other languages the names of states."
    })
final class MentionsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "What 'demarche code' reads; - is standard input.")
  private List<String> files;

  @Mixin private ListOptions list;

  private long articles;
  private long mentions;
  private boolean failed;

  MentionsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean table = list.table(session);
    PrintStream out = session.text();
    Paint paint = list.paint(session);
    MentionFinder finder = new MentionFinder();
    BiConsumer<Article, List<Mention>> writer =
        table ? (a, found) -> table(out, paint, a, found) : (a, found) -> lines(out, a, found);
    new Inputs(session.in(), Optional.empty()).read(files, input -> take(input, finder, writer));
    out.flush();
    session.err().println(mentions + " mentions in " + articles + " articles");
    return failed ? 1 : 0;
  }

  private void take(
      Item<PressArticle> input, MentionFinder finder, BiConsumer<Article, List<Mention>> writer) {
    input.fold(
        read -> {
          Article article = read.article();
          List<Mention> found = finder.find(article.text(), article.language());
          articles++;
          mentions += found.size();
          writer.accept(article, found);
          return null;
        },
        skipped -> null,
        unreadable -> {
          failed = true;
          session.err().println("demarche: " + unreadable.where() + ": " + unreadable.why());
          return null;
        });
  }

  private static void table(PrintStream out, Paint paint, Article article, List<Mention> found) {
    out.println(
        paint.of(Paint.Style.BOLD, article.title().isEmpty() ? article.id() : article.title())
            + paint.of(Paint.Style.DIM, "  " + article.language()));
    for (Mention mention : found) {
      String code = String.format(Locale.ROOT, "  %-13s ", mention.code());
      out.println(
          code
              + mention.text()
              + paint.of(
                  Paint.Style.DIM, "  " + kind(mention) + ", character " + mention.span().start()));
    }
    out.println();
  }

  private static void lines(PrintStream out, Article article, List<Mention> found) {
    for (Mention mention : found) {
      out.println(
          JSON.createObjectNode()
              .put("article", article.id())
              .put("language", article.language())
              .put("code", mention.code())
              .put("kind", kind(mention))
              .put("text", mention.text())
              .put("start", mention.span().start())
              .put("end", mention.span().end()));
    }
  }

  private static String kind(Mention mention) {
    return mention.kind().name().toLowerCase(Locale.ROOT);
  }
}
