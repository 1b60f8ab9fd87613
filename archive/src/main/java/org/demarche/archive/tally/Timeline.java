package org.demarche.archive.tally;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events by period, oldest first, without gaps.
 *
 * @param vague events whose date is longer than a period, or not known: they stand in none
 */
public record Timeline(Step step, List<Period> periods, long vague) {
  /** More periods than these are no chart. */
  private static final int MOST = 600;

  private static final int WEEKS = 40;
  private static final int MONTHS = 180;

  public Timeline {
    Objects.requireNonNull(step);
    periods = List.copyOf(periods);
  }

  /**
   * One period.
   *
   * @param last its last day
   * @param date the period as {@code date:} of a query has it
   */
  public record Period(LocalDate first, LocalDate last, String date, Sum sum) {}

  /**
   * Events of the same days and quad class.
   *
   * @param first empty where the date is not known
   */
  record Dated(
      Optional<LocalDate> first,
      LocalDate last,
      int quad,
      long events,
      double goldstein,
      long rated) {}

  /**
   * A timeline of dated events.
   *
   * @param wanted the periods; empty for those that suit the time covered
   */
  static Timeline of(List<Dated> dated, Optional<Step> wanted) {
    Step step = wanted.orElseGet(() -> suiting(dated));
    Map<LocalDate, Sum.Adder> sums = new TreeMap<>();
    long vague = 0;
    for (Dated d : dated) {
      Optional<LocalDate> period =
          d.first().map(step::first).filter(first -> first.equals(step.first(d.last())));
      if (period.isPresent()) {
        sums.computeIfAbsent(period.get(), p -> new Sum.Adder())
            .add(d.quad(), d.events(), d.goldstein(), d.rated());
      } else {
        vague += d.events();
      }
    }
    return new Timeline(step, periods(step, new TreeMap<>(sums)), vague);
  }

  private static List<Period> periods(Step step, TreeMap<LocalDate, Sum.Adder> sums) {
    List<Period> periods = new ArrayList<>();
    if (sums.isEmpty()) {
      return periods;
    }
    LocalDate last = sums.lastKey();
    boolean gaps = step.first(last.minus(MOST, unit(step))).isAfter(sums.firstKey());
    for (LocalDate first = sums.firstKey(); first != null && !first.isAfter(last); ) {
      Sum.Adder sum = sums.get(first);
      periods.add(
          new Period(
              first,
              step.next(first).minusDays(1),
              step.date(first),
              sum == null ? new Sum.Adder().sum() : sum.sum()));
      first = gaps ? sums.higherKey(first) : step.next(first);
    }
    return periods;
  }

  private static ChronoUnit unit(Step step) {
    return switch (step) {
      case WEEK -> ChronoUnit.WEEKS;
      case MONTH -> ChronoUnit.MONTHS;
      case YEAR -> ChronoUnit.YEARS;
    };
  }

  /** Weeks for some months, months for some years: the middle nineteen twentieths decide. */
  private static Step suiting(List<Dated> dated) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    dated.stream()
        .filter(d -> d.first().isPresent())
        .forEach(d -> days.merge(d.first().get(), d.events(), Long::sum));
    if (days.isEmpty()) {
      return Step.MONTH;
    }
    long all = days.values().stream().mapToLong(Long::longValue).sum();
    long weeks = ChronoUnit.WEEKS.between(after(days, all / 40), after(days, all - 1 - all / 40));
    return weeks <= WEEKS ? Step.WEEK : weeks <= MONTHS * 52L / 12 ? Step.MONTH : Step.YEAR;
  }

  /** The day of the event before which there are so many. */
  private static LocalDate after(TreeMap<LocalDate, Long> days, long events) {
    long passed = 0;
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      passed += day.getValue();
      if (passed > events) {
        return day.getKey();
      }
    }
    return days.lastKey();
  }
}
