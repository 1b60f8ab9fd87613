package org.demarche.archive.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list of articles shows of one.
 *
 * @param id the archive's number of the article, the same for all its versions
 * @param key its address, or where it was read from
 * @param version which of its versions this is, from 1
 * @param title empty where there is none
 * @param language ISO 639-1
 * @param published the day of publication, where known
 * @param source the outlet that wrote it, as it is named or else by its host; empty where unknown
 * @param via the outlets it came through after that, in order
 */
public record ArticleHead(
    long id,
    String key,
    int version,
    String title,
    String language,
    Optional<LocalDate> published,
    Optional<String> url,
    String source,
    List<String> via) {
  public ArticleHead {
    Objects.requireNonNull(key);
    Objects.requireNonNull(title);
    Objects.requireNonNull(language);
    Objects.requireNonNull(published);
    Objects.requireNonNull(url);
    Objects.requireNonNull(source);
    via = List.copyOf(via);
  }
}
