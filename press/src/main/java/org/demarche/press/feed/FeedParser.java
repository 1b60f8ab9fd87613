package org.demarche.press.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.press.fetch.Fetched;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/**
 * Reads RSS (0.9 to 2.0), Atom and JSON Feed (1.0, 1.1). The character set is found by trying,
 * since servers and documents often name a wrong one. No document type is read, so that no entity
 * can reach outside or grow.
 */
public final class FeedParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FeedParser() {}

  /**
   * Reads a feed.
   *
   * @throws FeedException saying why it is none
   */
  public static FeedDocument parse(Fetched.Page page) throws FeedException {
    return isJson(page.bytes()) ? json(page) : xml(page);
  }

  /** The feed that an HTML page names as its own, where it does. */
  public static Optional<URI> discover(Fetched.Page page) {
    String html = new String(page.bytes(), StandardCharsets.UTF_8);
    Document document = Jsoup.parse(html, page.address().toString());
    return document
        .select("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)][href]")
        .stream()
        .map(link -> link.attr("abs:href"))
        .flatMap(address -> address(page.address(), address).stream())
        .findFirst();
  }

  private static boolean isJson(byte[] bytes) {
    for (byte b : bytes) {
      if (b > ' ') {
        return b == '{';
      }
    }
    return false;
  }

  private static FeedDocument xml(Fetched.Page page) throws FeedException {
    SyndFeed feed;
    try {
      SyndFeedInput input = new SyndFeedInput();
      input.setAllowDoctypes(false);
      feed = input.build(reader(page));
    } catch (IOException | com.rometools.rome.io.FeedException | IllegalArgumentException e) {
      throw new FeedException(page.address() + " is no feed: " + firstLine(e.getMessage()));
    }
    List<FeedItem> items = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      Optional<URI> address = address(page.address(), entry.getLink());
      String id = text(entry.getUri()).isEmpty() ? text(entry.getLink()) : text(entry.getUri());
      if (address.isEmpty()) {
        address = address(page.address(), entry.getUri()).filter(u -> u.getHost() != null);
      }
      Date date =
          entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
      add(
          items,
          id,
          address,
          plain(entry.getTitle()),
          Optional.ofNullable(date).map(Date::toInstant),
          html(entry));
    }
    return new FeedDocument(plain(feed.getTitle()), items);
  }

  /**
   * What decodes as UTF-8 is UTF-8, whatever is said of it: servers and documents often say wrong.
   * Else the server's word holds before the document's.
   */
  private static Reader reader(Fetched.Page page) throws IOException {
    boolean wide =
        page.bytes().length > 1
            && (page.bytes()[0] == 0 || page.bytes()[1] == 0 || isMark(page.bytes()));
    List<String> charsets = new ArrayList<>();
    if (!wide) {
      charsets.add("UTF-8");
      page.charset().ifPresent(charsets::add);
    }
    for (String charset : charsets) {
      try {
        String text =
            Charset.forName(charset).newDecoder().decode(ByteBuffer.wrap(page.bytes())).toString();
        return new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        // The next one, then.
      }
    }
    return new XmlReader(new ByteArrayInputStream(page.bytes()), true);
  }

  /** A byte order mark of UTF-16. */
  private static boolean isMark(byte[] bytes) {
    int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe;
  }

  private static String html(SyndEntry entry) {
    String longest = "";
    List<SyndContent> contents = new ArrayList<>(entry.getContents());
    if (entry.getDescription() != null) {
      contents.add(entry.getDescription());
    }
    for (SyndContent content : contents) {
      if (text(content.getValue()).length() > longest.length()) {
        longest = content.getValue();
      }
    }
    return longest;
  }

  private static FeedDocument json(Fetched.Page page) throws FeedException {
    JsonNode feed;
    try {
      feed = JSON.readTree(page.bytes());
    } catch (IOException e) {
      throw new FeedException(page.address() + " is no JSON Feed: " + firstLine(e.getMessage()));
    }
    if (!feed.path("version").asText("").contains("jsonfeed.org/version/")) {
      throw new FeedException(
          page.address() + " is JSON, but no JSON Feed: its version is missing");
    }
    List<FeedItem> items = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      String html = item.path("content_html").asText("");
      String plain = item.path("content_text").asText(item.path("summary").asText(""));
      Optional<Instant> published =
          instant(item.path("date_published").asText(item.path("date_modified").asText("")));
      Optional<URI> address = address(page.address(), item.path("url").asText(""));
      String id = item.path("id").asText(item.path("url").asText(""));
      add(
          items,
          id,
          address,
          plain(item.path("title").asText("")),
          published,
          html.isEmpty() ? "<p>" + Entities.escape(plain) + "</p>" : html);
    }
    return new FeedDocument(plain(feed.path("title").asText("")), items);
  }

  /** An entry without an id and without an address cannot be told from others and is left out. */
  private static void add(
      List<FeedItem> items,
      String id,
      Optional<URI> page,
      String title,
      Optional<Instant> published,
      String html) {
    String known = id.isEmpty() ? page.map(URI::toString).orElse("") : id;
    if (!known.isEmpty()) {
      items.add(new FeedItem(known, page, title, published, html));
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> address(URI base, String text) {
    try {
      return text(text).isEmpty()
          ? Optional.empty()
          : Optional.of(base.resolve(text.strip().replace(" ", "%20")))
              .filter(
                  uri ->
                      String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).matches("https?"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String plain(String html) {
    return Jsoup.parse(text(html)).text().strip();
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  private static String firstLine(String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("");
  }
}
