package org.demarche.desk.view;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.search.Query;
import org.demarche.archive.tally.Step;
import org.demarche.archive.tally.Sum;
import org.demarche.archive.tally.Tally;
import org.demarche.archive.tally.Timeline;
import org.springframework.stereotype.Component;

/** Cooperation and conflict over time, as pages show it. Thread-safe. */
@Component
public final class Timelines {
  private final Tally tally;
  private final JsonMapper json = new JsonMapper();

  public Timelines(Tally tally) {
    this.tally = tally;
  }

  /**
   * A timeline for a page.
   *
   * @param asked the view {@code /timeline}; its state may hold the periods under {@code by}
   * @param query the events that are counted
   */
  public TimelineView view(Asked asked, Query query, Locale locale) {
    Timeline timeline = tally.timeline(query, step(asked));
    List<TimelineView.Row> rows =
        timeline.periods().stream()
            .map(
                p ->
                    new TimelineView.Row(
                        label(timeline.step(), p.first(), locale),
                        asked.events("date", p.date()),
                        p.sum()))
            .toList();
    return new TimelineView(
        timeline.step().label(), rows, timeline.vague(), chart(rows).toString(), asked);
  }

  /** The same for programs. */
  public Sheet sheet(Asked asked, Query query) {
    return new Sheet(
        Sheet.columns("first_day", "last_day"),
        tally.timeline(query, step(asked)).periods().stream()
            .map(p -> Sheet.row(p.sum(), p.first().toString(), p.last().toString()))
            .toList());
  }

  private static Optional<Step> step(Asked asked) {
    String by = asked.state().getOrDefault("by", "");
    return List.of(Step.values()).stream().filter(s -> s.label().equals(by)).findFirst();
  }

  private static String label(Step step, LocalDate first, Locale locale) {
    return switch (step) {
      case WEEK ->
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(first);
      case MONTH -> DateTimeFormatter.ofPattern("LLL yyyy", locale).format(first);
      case YEAR -> Integer.toString(first.getYear());
    };
  }

  private ArrayNode chart(List<TimelineView.Row> rows) {
    ArrayNode all = json.createArrayNode();
    for (TimelineView.Row row : rows) {
      ObjectNode node = all.addObject().put("label", row.label()).put("href", row.href());
      Sum sum = row.sum();
      node.putArray("quads")
          .add(sum.verbalCooperation())
          .add(sum.materialCooperation())
          .add(sum.verbalConflict())
          .add(sum.materialConflict());
      sum.goldstein().ifPresent(g -> node.put("goldstein", Math.round(g * 100) / 100.0));
    }
    return all;
  }
}
