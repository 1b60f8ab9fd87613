package org.demarche.desk.follow;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;

/**
 * An event as feeds and letters tell it.
 *
 * @param title the article's, or its key where it has none
 * @param source who wrote the article; empty where unknown
 * @param via through whom it came, in order
 * @param rights what is said of the rights in the article, without repetitions
 * @param link where it is read at the desk: the words that say it
 */
public record Told(
    StoredEvent stored,
    String title,
    String source,
    List<String> via,
    List<String> rights,
    URI link) {
  public Told {
    Objects.requireNonNull(stored);
    Objects.requireNonNull(title);
    Objects.requireNonNull(source);
    via = List.copyOf(via);
    rights = List.copyOf(rights);
    Objects.requireNonNull(link);
  }

  public Event event() {
    return stored.event();
  }

  /** Where the article was read, when that leads anywhere. */
  public Optional<String> url() {
    return stored.article().url().filter(u -> u.matches("(?i)https?://.*"));
  }

  /** Who to whom, by name. */
  public String who() {
    String actor = event().actor().map(Told::name).orElse("");
    String recipient = event().recipient().map(Told::name).orElse("");
    return recipient.isEmpty() ? actor : (actor.isEmpty() ? "?" : actor) + " → " + recipient;
  }

  /** The source and the outlets that it came through. */
  public String way() {
    String way = String.join(" → ", via);
    return source.isEmpty() ? way : via.isEmpty() ? source : source + " → " + way;
  }

  public String words() {
    return event().evidence().text().strip().replaceAll("\\s+", " ");
  }

  private static String name(Participant p) {
    String name = p.party().name().isEmpty() ? p.text() : p.party().name();
    String code = p.party().code();
    return code.isEmpty() || code.equals(name) ? name : name + " (" + code + ")";
  }
}
