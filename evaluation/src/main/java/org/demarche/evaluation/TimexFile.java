package org.demarche.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.text.CharSpan;

/**
 * A text with inline TIMEX2 or TIMEX3 tags, the tags taken out. Of nested tags the outermost
 * counts, since a tagger's expressions do not overlap.
 *
 * @param created the creation time, where the file states it
 * @param timexes sorted by place
 */
record TimexFile(String text, Optional<LocalDate> created, List<Timex> timexes) {
  TimexFile {
    timexes = List.copyOf(timexes);
  }

  /** A gold expression: its place in the text without tags, its words and its value. */
  record Timex(CharSpan span, String text, String value) {}

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9_]*)([^<>]*)>");
  private static final Pattern VALUE =
      Pattern.compile("\\b(?:value|val)\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2}).*");

  private record Open(int start, String value) {}

  /**
   * @throws IllegalArgumentException if tags are not paired
   */
  static TimexFile parse(String file) {
    int body = Math.max(file.indexOf("<TEXT"), 0);
    int bodyEnd = file.lastIndexOf("</TEXT>");
    String head = file.substring(0, body);
    String marked = file.substring(body, bodyEnd < body ? file.length() : bodyEnd);
    StringBuilder text = new StringBuilder();
    List<Timex> timexes = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(marked);
    int done = 0;
    while (tag.find()) {
      text.append(unescape(marked.substring(done, tag.start())));
      done = tag.end();
      if (!tag.group(2).startsWith("TIMEX") || tag.group(3).endsWith("/")) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        Matcher value = VALUE.matcher(tag.group(3));
        open.push(new Open(text.length(), value.find() ? value.group(1) : ""));
      } else if (open.isEmpty()) {
        throw new IllegalArgumentException("</" + tag.group(2) + "> closes no tag");
      } else {
        Open started = open.pop();
        if (open.isEmpty()) {
          CharSpan span = new CharSpan(started.start(), text.length());
          timexes.add(new Timex(span, span.of(text), started.value()));
        }
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("a TIMEX tag is not closed");
    }
    text.append(unescape(marked.substring(done)));
    return new TimexFile(text.toString(), created(head, marked), timexes);
  }

  private static Optional<LocalDate> created(String head, String marked) {
    Matcher value = VALUE.matcher(head);
    if (value.find()) {
      return day(value.group(1));
    }
    Matcher date =
        Pattern.compile("<DATE_TIME>\\s*([^<]*)").matcher(head.isEmpty() ? marked : head);
    return date.find() ? day(date.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String value) {
    Matcher m = DAY.matcher(value.strip());
    try {
      return m.matches()
          ? Optional.of(LocalDate.parse(m.group(1) + "-" + m.group(2) + "-" + m.group(3)))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String unescape(String s) {
    return s.indexOf('&') < 0
        ? s
        : s.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
  }
}
