package org.demarche.press.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.Block;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Reading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Takes all paragraphs of a page: enough to see what pages come in. */
public final class Paragraphs implements PageReader {
  @Override
  public Reading read(String id, byte[] bytes, Optional<String> charset, Optional<String> url) {
    Charset set = charset.map(Charset::forName).orElse(StandardCharsets.UTF_8);
    Document page = Jsoup.parse(new String(bytes, set));
    List<String> paragraphs = page.select("p").eachText();
    if (paragraphs.isEmpty()) {
      return new Reading.Nothing("a page without a paragraph");
    }
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : paragraphs) {
      text.append(text.length() == 0 ? "" : "\n\n");
      blocks.add(
          new Block(
              new CharSpan(text.length(), text.length() + paragraph.length()),
              Block.Kind.PARAGRAPH,
              "und"));
      text.append(paragraph);
    }
    Article article =
        new Article(
            id,
            page.title(),
            "",
            "und",
            Optional.empty(),
            text.toString(),
            url.map(Provenance::ofUrl).orElse(Provenance.UNKNOWN),
            List.of());
    return new Reading.Found(
        new PressArticle(
            article,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            url,
            Optional.empty(),
            Optional.empty(),
            blocks));
  }
}
