package org.demarche.press.html;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.press.duplicate.Addresses;
import org.demarche.press.page.CleanText;
import org.demarche.press.page.Moment;
import org.demarche.press.page.MomentReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about its article, asked in the order in which it can be trusted: JSON-LD, Open
 * Graph and its kin, microdata, then what is printed.
 */
final class Metadata {
  private static final Pattern BY =
      Pattern.compile(
          "(?iu)^\\s*(written |posted |reported |story |words )?(by|von|par|por|di|автор)\\b:?\\s+");
  private static final Pattern TITLE_END = Pattern.compile("\\s+[|·•»–—-]\\s+|\\s+::\\s+");

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?iu)^\\W{0,3}(source|источник|джерело|quelle|fuente|fonte|来源|translated|перевод|перепечат)\\b?.*"
              + "|.*\\b(originally|first) (published|appeared)\\b.*|.*\\b(republished|reprinted|syndicated)\\b.*"
              + "|^\\W{0,2}(©|copyright).*");

  private final Document page;
  private final List<Element> metas;
  private final LinkedData data;
  private final Optional<String> address;

  Metadata(Document page, Optional<String> address) {
    this.page = page;
    this.metas = page.select("meta[content]");
    this.data = LinkedData.of(page);
    this.address = address;
  }

  LinkedData data() {
    return data;
  }

  String title() {
    return first(
            () -> data.text("headline"),
            () -> meta("og:title").map(this::withoutSite),
            () -> printed("h1[itemprop=headline], [itemprop=headline]"),
            () -> onlyHeading(),
            () -> meta("twitter:title").map(this::withoutSite),
            () -> Optional.of(page.title()).map(this::withoutSite),
            () -> printed("h1"))
        .orElse("");
  }

  /** The heading that prints the title; null where none does. */
  Element heading(String title) {
    String plain = plain(title);
    for (Element heading : page.select("h1, h2, h3")) {
      if (!plain.isEmpty() && plain(heading.text()).equals(plain)) {
        return heading;
      }
    }
    List<Element> headings = page.select("h1");
    return headings.size() == 1 ? headings.get(0) : null;
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private Optional<String> onlyHeading() {
    List<Element> headings = page.select("h1");
    return headings.size() == 1 ? text(headings.get(0)) : Optional.empty();
  }

  /** A page's title names the outlet at its end. */
  private String withoutSite(String title) {
    Optional<String> site = siteName();
    String[] parts = TITLE_END.split(title, -1);
    String last = parts[parts.length - 1].strip();
    boolean named = site.filter(s -> squeezed(s).equals(squeezed(last))).isPresent();
    boolean printed =
        parts.length > 1
            && page.select("h1").stream()
                .anyMatch(
                    h ->
                        h.text()
                            .strip()
                            .equals(
                                title
                                    .substring(0, title.lastIndexOf(last))
                                    .replaceAll("[\\s|·•»–—:-]+$", "")));
    if (parts.length > 1 && (named || printed)) {
      return title.substring(0, title.lastIndexOf(last)).replaceAll("[\\s|·•»–—:-]+$", "").strip();
    }
    return title.strip();
  }

  /** The name by which the page calls its outlet. */
  Optional<String> siteName() {
    return Stream.of("og:site_name", "application-name", "apple-mobile-web-app-title")
        .flatMap(name -> meta(name).stream())
        .filter(name -> !name.contains("://"))
        .findFirst();
  }

  private static String squeezed(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** Who published it, by its own word. */
  Optional<String> publisher() {
    return first(
        () -> named("publisher"), () -> named("sourceOrganization"), () -> meta("dc.publisher"));
  }

  private Optional<String> named(String field) {
    return data.names(data.field(field)).stream().filter(n -> !n.contains("://")).findFirst();
  }

  /** Short lines that may say whose text it is, verbatim. */
  List<String> creditLines() {
    List<String> lines = new ArrayList<>();
    for (Element element :
        page.select(
            "[class*=source], [class*=copyright], [class*=credit], [class*=attribution],"
                + " [class*=byline], [rel=canonical-source], article footer, article em, article i")) {
      if (element.childrenSize() < 10) {
        text(element).filter(t -> t.length() < 160).ifPresent(lines::add);
      }
    }
    for (Element paragraph :
        page.select("article p, main p, [class*=content] p, [class*=article] p")) {
      text(paragraph)
          .filter(t -> t.length() < 160 && CREDIT.matcher(t).matches())
          .ifPresent(lines::add);
    }
    metas("syndication-source", "original-source", "dcterms.source", "source")
        .forEach(v -> lines.add("Source: " + v));
    return lines.stream().distinct().toList();
  }

  /** The summary that the page gives, whether it prints it or not. */
  Optional<String> description() {
    return first(
        () -> data.text("description"), () -> meta("og:description"), () -> meta("description"));
  }

  String byline() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : data.names(data.field("author"))) {
      add(names, name);
    }
    if (names.isEmpty()) {
      Stream.of(
              "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
          .flatMap(name -> meta(name).stream())
          .limit(1)
          .forEach(name -> add(names, name));
    }
    if (names.isEmpty()) {
      page.select("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]").stream()
          .limit(3)
          .flatMap(e -> text(e).stream())
          .forEach(name -> add(names, name));
    }
    if (names.isEmpty()) {
      page
          .select("[class*=byline], [class*=author-name], [class*=authorName], [class=author]")
          .stream()
          .flatMap(e -> text(e).stream())
          .filter(line -> line.length() < 80)
          .limit(1)
          .forEach(name -> add(names, name));
    }
    return String.join(", ", names);
  }

  private static void add(Set<String> names, String name) {
    String clean = BY.matcher(CleanText.of(name)).replaceFirst("").strip();
    boolean isNew = names.stream().noneMatch(n -> n.contains(clean) || clean.contains(n));
    if (!clean.isEmpty() && !clean.contains("://") && isNew) {
      names.add(clean);
    }
  }

  Optional<Moment> published() {
    return moment(
        List.of(
            () -> data.text("datePublished").stream(),
            () -> data.text("dateCreated").stream(),
            () -> metas("article:published_time", "article:published", "og:published_time"),
            () -> attributes("[itemprop=datePublished]"),
            () ->
                metas(
                    "date",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "parsely-pub-date",
                    "sailthru.date",
                    "dc.date",
                    "dc.date.issued",
                    "dcterms.date",
                    "dcterms.created",
                    "article.published",
                    "originalpublicationdate",
                    "cxenseparse:recs:publishtime"),
            () -> attributes("article time[datetime], main time[datetime], header time[datetime]"),
            () -> attributes("time[datetime], abbr.published[title]"),
            () ->
                texts(
                    "time, [class*=date], [class*=publish], [class*=timestamp], [class*=byline]")));
  }

  Optional<Moment> modified() {
    return moment(
        List.of(
            () -> data.text("dateModified").stream(),
            () -> metas("article:modified_time", "og:updated_time"),
            () -> attributes("[itemprop=dateModified]"),
            () -> metas("last-modified", "dcterms.modified", "dc.date.modified", "lastmod")));
  }

  private static Optional<Moment> moment(List<Supplier<Stream<String>>> sources) {
    return sources.stream()
        .flatMap(Supplier::get)
        .flatMap(text -> MomentReader.read(text).stream())
        .findFirst();
  }

  /** ISO 639-1; {@code und} where the page does not say. */
  String language() {
    String declared =
        first(
                () -> attribute("html[lang]", "lang"),
                () -> attribute("html[xml:lang]", "xml:lang"),
                () -> data.text("inLanguage"),
                () -> attribute("meta[http-equiv=content-language]", "content"),
                () -> meta("og:locale"),
                () -> attribute("body[lang], article[lang], main[lang]", "lang"))
            .orElse("und");
    String code = declared.toLowerCase(Locale.ROOT).split("[-_,;\\s]", -1)[0];
    return code.matches("[a-z]{2,3}") ? code : "und";
  }

  /**
   * The address that the page gives as its own. Of a page that was fetched it must be of the same
   * site, or anybody's page could pass for another outlet's, and lead to more than the front page,
   * which some sites give for all that they print.
   */
  Optional<String> canonical() {
    return first(
            () -> attribute("link[rel=canonical]", "href"),
            () -> meta("og:url"),
            () -> data.text("url"),
            () -> Optional.ofNullable(data.field("mainEntityOfPage").path("@id").textValue()))
        .flatMap(this::absolute)
        .filter(given -> address.isEmpty() || isOwn(given, address.get()));
  }

  private static boolean isOwn(String given, String fetched) {
    return site(given).equals(site(fetched)) && (!isFront(given) || isFront(fetched));
  }

  private static String site(String address) {
    String host = Addresses.outlet(address);
    String domain = EffectiveTldFinder.getAssignedDomain(host);
    return domain == null ? host : domain;
  }

  private static boolean isFront(String address) {
    return !Addresses.clean(address).contains("/") && !Addresses.clean(address).contains("?");
  }

  /** An address as the page means it; empty where it is none of the web. */
  Optional<String> absolute(String link) {
    try {
      URI uri = new URI(link.strip().replace(" ", "%20"));
      URI whole = address.isPresent() ? new URI(address.get()).resolve(uri) : uri;
      boolean web = whole.getScheme() != null && whole.getScheme().matches("(?i)https?");
      return web ? Optional.of(whole.toString()) : Optional.empty();
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // --- looking things up ---

  @SafeVarargs
  static Optional<String> first(Supplier<Optional<String>>... sources) {
    for (Supplier<Optional<String>> source : sources) {
      Optional<String> value = source.get().map(CleanText::of).filter(v -> !v.isEmpty());
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  Optional<String> meta(String name) {
    return metas(name).findFirst();
  }

  private Stream<String> metas(String... names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      for (Element meta : metas) {
        boolean named =
            Stream.of("property", "name", "itemprop", "http-equiv")
                .anyMatch(key -> meta.attr(key).equalsIgnoreCase(name));
        if (named && !meta.attr("content").isBlank()) {
          found.add(meta.attr("content").strip());
        }
      }
    }
    return found.stream();
  }

  Optional<String> attribute(String query, String name) {
    return page.select(query).stream()
        .map(e -> e.attr(name))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private Stream<String> attributes(String query) {
    return page.select(query).stream()
        .map(
            e ->
                first(
                    () -> Optional.of(e.attr("datetime")),
                    () -> Optional.of(e.attr("content")),
                    () -> Optional.of(e.attr("title")),
                    () -> text(e)))
        .flatMap(Optional::stream);
  }

  private Stream<String> texts(String query) {
    return page.select(query).stream().flatMap(e -> text(e).stream()).filter(t -> t.length() < 120);
  }

  private Optional<String> printed(String query) {
    return page.select(query).stream().flatMap(e -> text(e).stream()).findFirst();
  }

  private static Optional<String> text(Element element) {
    return Optional.of(CleanText.of(element.text())).filter(t -> !t.isEmpty());
  }
}
