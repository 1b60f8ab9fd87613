package org.demarche.desk.follow;

import java.util.List;

/**
 * What is new in a saved search.
 *
 * @param stories the events by the story they tell, the latest first; at most so many events as a
 *     letter holds
 * @param all how many events are new
 * @param late those that came in shortly before, which a later search might find again
 */
public record News(List<Story> stories, long all, List<Key> late) {
  public News {
    stories = List.copyOf(stories);
    late = List.copyOf(late);
  }

  /**
   * Reports of one event, the first one first.
   *
   * @param mutual whether the same words tell it the other way round too, as a treaty does
   */
  public record Story(List<Told> reports, boolean mutual) {
    public Story {
      reports = List.copyOf(reports);
    }

    public Told first() {
      return reports.get(0);
    }

    public List<Told> others() {
      return reports.subList(1, reports.size());
    }

    public String who() {
      return mutual ? first().who().replace(" → ", " ↔ ") : first().who();
    }
  }

  /** An event by its key; {@code added} as the archive writes moments. */
  public record Key(String key, String added) {}

  public boolean isEmpty() {
    return all == 0;
  }

  /** How many of them no letter has room for. */
  public long left() {
    return Math.max(0, all - NewsDesk.LETTER);
  }
}
