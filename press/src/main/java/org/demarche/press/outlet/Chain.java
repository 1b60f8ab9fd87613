package org.demarche.press.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.coder.text.Provenance;
import org.demarche.coder.text.Provenance.Hop;

/**
 * The way of an article through the press, as its page tells it: original outlet or agency, then
 * translator or republisher, then the page itself. Nothing is added that the page does not say.
 */
public final class Chain {
  private static final String SAYS =
      "(?:writes|write|reports|пишет|пишут|сообщает|schreibt|berichtet|escribe|écrit|scrive|yazdı|pisze)";

  private final OutletBook book;

  public Chain(OutletBook book) {
    this.book = book;
  }

  /**
   * What a page tells about its origin.
   *
   * @param site the name that the page gives its outlet; may be empty
   * @param url its address
   * @param published the day or moment it was published, ISO 8601
   * @param rights the rights notice, verbatim
   * @param lead the first lines of the text; <em>writes …</em> is looked for in them
   */
  public record Told(
      String site,
      Optional<String> url,
      Optional<String> published,
      Optional<String> rights,
      String lead,
      List<Credit> credits) {
    public Told {
      credits = List.copyOf(credits);
    }
  }

  /** The chain; {@link Provenance#UNKNOWN} where the page says nothing. */
  public Provenance of(Told told) {
    List<Outlet> inNotice = told.rights().map(book::mentioned).orElse(List.of());
    Optional<String> page = page(told, inNotice);
    List<String> names = new ArrayList<>();
    List<String> translators = new ArrayList<>();
    for (Credit credit : told.credits()) {
      translators.addAll(credit.kind() == Credit.Kind.TRANSLATION ? credit.names() : List.of());
    }
    inNotice.stream()
        .filter(o -> o.kind() == Outlet.Kind.TRANSLATOR)
        .map(Outlet::name)
        .forEach(translators::add);
    translators.removeIf(name -> page.filter(name::equals).isPresent());
    boolean carried =
        !translators.isEmpty() || page.flatMap(book::named).filter(Chain::carries).isPresent();
    Optional<String> original =
        original(told, page).or(() -> carried ? quoted(told.lead()) : Optional.empty());
    original.ifPresent(names::add);
    translators.stream().distinct().filter(t -> !names.contains(t)).forEach(names::add);
    return chain(told, names, page);
  }

  private static boolean carries(Outlet outlet) {
    return outlet.kind() == Outlet.Kind.TRANSLATOR || outlet.kind() == Outlet.Kind.PORTAL;
  }

  /** The outlet of the page: by its address, its own word, or the portal that its notice names. */
  private Optional<String> page(Told told, List<Outlet> inNotice) {
    Optional<String> known = told.url().flatMap(book::at).map(Outlet::name);
    Optional<String> said =
        Optional.of(told.site())
            .filter(s -> !s.isBlank())
            .map(s -> book.named(s).map(Outlet::name).orElse(s));
    Optional<String> portal =
        inNotice.stream().filter(o -> o.kind() == Outlet.Kind.PORTAL).map(Outlet::name).findFirst();
    return known.or(() -> said).or(() -> portal);
  }

  private Optional<String> original(Told told, Optional<String> page) {
    for (Credit.Kind kind : List.of(Credit.Kind.ORIGIN, Credit.Kind.WIRE)) {
      for (Credit credit : told.credits()) {
        List<String> others =
            credit.names().stream().filter(n -> page.filter(p -> isSame(p, n)).isEmpty()).toList();
        if (credit.kind() == kind && !others.isEmpty()) {
          return Optional.of(String.join(", ", others));
        }
      }
    }
    return Optional.empty();
  }

  /** Live Science, livescience.com. */
  private static boolean isSame(String a, String b) {
    return plain(a).equals(plain(b));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst("\\.(com|org|net|info|co\\.uk)$", "")
        .replaceFirst("^the ", "")
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The outlet of which a lead says that it <em>writes</em> this. */
  private Optional<String> quoted(String lead) {
    for (Outlet outlet : book.mentioned(lead)) {
      for (String name : outlet.names()) {
        String n = Pattern.quote(name);
        if (Pattern.compile(
                "(?iu)"
                    + SAYS
                    + "[\\s,—–-]+(?:the\\s+)?[«\"“]?"
                    + n
                    + "|"
                    + n
                    + "[»\"”]?\\s+"
                    + SAYS)
            .matcher(lead)
            .find()) {
          return Optional.of(outlet.name());
        }
      }
    }
    return Optional.empty();
  }

  private Provenance chain(Told told, List<String> before, Optional<String> page) {
    List<Hop> hops = new ArrayList<>();
    Optional<String> owner =
        told.rights().flatMap(r -> before.stream().filter(r::contains).findFirst());
    boolean agencys =
        owner.flatMap(book::named).filter(o -> o.kind() == Outlet.Kind.AGENCY).isPresent();
    for (String name : before) {
      boolean owns = agencys && owner.filter(name::equals).isPresent();
      hops.add(
          new Hop(
              name, Optional.empty(), Optional.empty(), owns ? told.rights() : Optional.empty()));
    }
    if (page.isPresent() || told.url().isPresent() || (told.rights().isPresent() && !agencys)) {
      hops.add(
          new Hop(
              page.orElse(""),
              told.url(),
              told.published(),
              agencys ? Optional.empty() : told.rights()));
    }
    return hops.isEmpty() ? Provenance.UNKNOWN : new Provenance(hops);
  }
}
