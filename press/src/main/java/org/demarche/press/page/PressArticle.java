package org.demarche.press.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.text.Article;

/**
 * An article with what its page says around it.
 *
 * @param article the text to be coded, its title, byline, day and provenance
 * @param lead the standfirst, empty where there is none; part of {@code article.text()} only where
 *     the page prints it as a paragraph of the text
 * @param published when the page says it was published, as exactly as it says
 * @param modified when it was last changed
 * @param image the picture at its head
 * @param canonical the address that the page gives as its own
 * @param rights the rights notice, verbatim
 * @param credit the agency or outlet that the text is credited to (<em>Reuters</em>,
 *     <em>(TASS)</em>), as written
 * @param blocks the paragraphs, in the order of the text
 * @param surroundings what is printed around it
 */
public record PressArticle(
    Article article,
    String lead,
    Optional<Moment> published,
    Optional<Moment> modified,
    Optional<Image> image,
    Optional<String> canonical,
    Optional<String> rights,
    Optional<String> credit,
    List<Block> blocks,
    Surroundings surroundings) {
  /** An article with nothing told apart around it. */
  public PressArticle(
      Article article,
      String lead,
      Optional<Moment> published,
      Optional<Moment> modified,
      Optional<Image> image,
      Optional<String> canonical,
      Optional<String> rights,
      Optional<String> credit,
      List<Block> blocks) {
    this(
        article,
        lead,
        published,
        modified,
        image,
        canonical,
        rights,
        credit,
        blocks,
        Surroundings.NONE);
  }

  /** An article of which nothing is known but what {@link Article} holds. */
  public static PressArticle of(Article article) {
    Optional<String> none = Optional.empty();
    return new PressArticle(
        article,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        none,
        none,
        none,
        List.of());
  }

  /** The same around another article of the same text. */
  public PressArticle with(Article other) {
    return with(other, published, blocks);
  }

  /** The same around an article whose moment of publication is known from elsewhere. */
  public PressArticle published(Moment moment) {
    return with(article.published(moment.day()), Optional.of(moment), blocks);
  }

  /** The same around another article of the same text, cut into these blocks. */
  public PressArticle with(Article other, List<Block> cut) {
    return with(other, published, cut);
  }

  /** The same with a notice of rights. */
  public PressArticle rights(String notice) {
    return new PressArticle(
        article,
        lead,
        published,
        modified,
        image,
        canonical,
        Optional.of(notice),
        credit,
        blocks,
        surroundings);
  }

  private PressArticle with(Article other, Optional<Moment> moment, List<Block> cut) {
    return new PressArticle(
        other, lead, moment, modified, image, canonical, rights, credit, cut, surroundings);
  }

  public PressArticle {
    Objects.requireNonNull(article);
    Objects.requireNonNull(lead);
    Objects.requireNonNull(published);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(image);
    Objects.requireNonNull(canonical);
    Objects.requireNonNull(rights);
    Objects.requireNonNull(credit);
    blocks = List.copyOf(blocks);
    Objects.requireNonNull(surroundings);
    for (Block block : blocks) {
      if (block.span().end() > article.text().length()) {
        throw new IllegalArgumentException("block " + block.span() + " ends after the text");
      }
    }
  }
}
