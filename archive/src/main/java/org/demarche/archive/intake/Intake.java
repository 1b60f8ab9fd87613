package org.demarche.archive.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.StoredMention;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Coder;
import org.demarche.coder.text.Article;
import org.demarche.press.mention.Mention;
import org.demarche.press.mention.MentionFinder;
import org.demarche.press.page.PressArticle;

/**
 * Makes of an article what goes into the archive: the events read in it, where it is in a language
 * that is coded, and in any language the states and organisations that it names. Thread-safe.
 */
public final class Intake {
  private final Archive archive;
  private final Coder coder;
  private final MentionFinder mentions = new MentionFinder();

  public Intake(Archive archive, Coder coder) {
    this.archive = archive;
    this.coder = coder;
  }

  /** Whether articles in a language are coded, and not only looked through for names. */
  public boolean codes(String language) {
    return coder.codes(language);
  }

  /** The state of an article that this coder has read before; it need not be read again. */
  public Optional<Added> known(PressArticle page) {
    return archive.known(page, coder.run());
  }

  /** Reads an article. Throws what the coder throws where it breaks down. */
  public Entry entry(PressArticle page) {
    Article article = page.article();
    return new Entry(
        page,
        coder.codes(article.language()) ? Optional.of(coder.code(article)) : Optional.empty(),
        named(article));
  }

  private List<StoredMention> named(Article article) {
    ActorBook book = coder.actorBook();
    List<StoredMention> named = new ArrayList<>();
    for (Mention mention : mentions.find(article.text(), article.language())) {
      String name = book.entry(mention.code()).map(ActorEntry::name).orElse(mention.code());
      Party.Kind kind =
          mention.kind() == Mention.Kind.ORGANISATION ? Party.Kind.ORGANISATION : Party.Kind.STATE;
      named.add(
          new StoredMention(
              mention.span(), new Party(mention.code(), List.of(), name, kind), how(mention)));
    }
    return named;
  }

  private static String how(Mention mention) {
    return switch (mention.kind()) {
      case STATE, ORGANISATION -> "named";
      case ADJECTIVE, PEOPLE, CAPITAL -> mention.kind().name().toLowerCase(Locale.ROOT);
    };
  }
}
