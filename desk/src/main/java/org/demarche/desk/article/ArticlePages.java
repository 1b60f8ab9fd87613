package org.demarche.desk.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredMention;
import org.demarche.archive.store.StoredSentence;
import org.demarche.coder.actor.Party;
import org.demarche.press.outline.Outliner;
import org.springframework.stereotype.Component;

/** Puts together what the page of an article shows of the archive. Thread-safe. */
@Component
public final class ArticlePages {
  private final Archive archive;
  private final ArticleLinks links;
  private final Outliner outliner = new Outliner();

  public ArticlePages(Archive archive, ArticleLinks links) {
    this.archive = archive;
    this.links = links;
  }

  /**
   * What the page shows.
   *
   * @param events those that count and those that people rejected, in the order of the text
   * @param named who is named, each once, most often named first
   * @param outlines the numbered points of the argument, in the order of the text
   */
  public record ArticlePage(
      StoredArticle article,
      MarkedText text,
      List<StoredEvent> events,
      List<Named> named,
      List<StoredSentence> sentences,
      List<ArticleLinks.Related> related,
      List<Outlined> outlines) {
    public ArticlePage {
      events = List.copyOf(events);
      named = List.copyOf(named);
      sentences = List.copyOf(sentences);
      related = List.copyOf(related);
      outlines = List.copyOf(outlines);
    }

    /** The words of a sentence. */
    public String words(StoredSentence sentence) {
      return sentence.span().of(article.page().article().text());
    }

    public long counting() {
      return events.stream().filter(StoredEvent::current).count();
    }
  }

  /** Somebody named, and how often. */
  public record Named(String code, String name, long times) {}

  public Optional<ArticlePage> page(long id) {
    return archive.article(id).map(this::page);
  }

  private ArticlePage page(StoredArticle article) {
    List<StoredEvent> events = events(article);
    List<StoredMention> mentions = archive.mentions(article.versionId());
    List<StoredEvent> counting = events.stream().filter(StoredEvent::current).toList();
    List<Outlined> outlines = Outlined.of(outliner, article.page().article(), counting);
    return new ArticlePage(
        article,
        MarkedText.of(article.page(), counting, mentions, Outlined.starts(outlines)),
        events,
        named(mentions),
        archive.sentences(article.versionId()),
        links.of(article.head().id()),
        outlines);
  }

  /** The events shown of an article. */
  public List<StoredEvent> events(StoredArticle article) {
    List<StoredEvent> events =
        new ArrayList<>(
            archive.events(
                new Filter(
                    "e.version_id = ? AND (e.current = 1 OR (e.verdict = 'rejected'"
                        + " AND e.run_id = (SELECT c.run_id FROM coding c"
                        + " WHERE c.version_id = e.version_id"
                        + " ORDER BY c.coded DESC, c.run_id DESC LIMIT 1)))",
                    List.of(article.versionId()))));
    events.sort(
        java.util.Comparator.comparing(
            (StoredEvent e) -> e.event().evidence().predicate().start()));
    return events;
  }

  /** One of the events shown of an article. */
  public Optional<StoredEvent> event(long id) {
    return archive.events(new Filter("e.id = ?", List.of(id))).stream().findFirst();
  }

  private static List<Named> named(List<StoredMention> mentions) {
    Map<String, List<StoredMention>> byCode = new LinkedHashMap<>();
    for (StoredMention mention : mentions) {
      Party party = mention.party();
      if (!party.code().isEmpty()) {
        byCode.computeIfAbsent(party.code(), c -> new ArrayList<>()).add(mention);
      }
    }
    return byCode.entrySet().stream()
        .map(
            e ->
                new Named(
                    e.getKey(),
                    e.getValue().stream()
                        .map(m -> m.party())
                        .filter(p -> p.kind() != Party.Kind.PERSON && !p.name().isEmpty())
                        .map(Party::name)
                        .findFirst()
                        .orElse(e.getKey()),
                    e.getValue().stream().map(m -> m.span()).distinct().count()))
        .sorted(java.util.Comparator.comparing(Named::times).reversed())
        .toList();
  }
}
