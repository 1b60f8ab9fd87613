package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.tally.Acts;
import org.demarche.coder.event.When;
import org.demarche.desk.view.Asked;
import org.demarche.desk.view.Names;
import org.demarche.desk.view.Sheet;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all views of a query have in common. */
@Component
final class Views {
  private final Search search;
  private final Names names;

  Views(Search search, Names names) {
    this.search = search;
    this.names = names;
  }

  /** Writes what a program asked for. */
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Reads a query.
   *
   * @param state names and values of what else stands in the address; null for what does not
   */
  Asked ask(String path, String q, String... state) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < state.length; i += 2) {
      if (state[i + 1] != null && !state[i + 1].isEmpty()) {
        all.put(state[i], state[i + 1]);
      }
    }
    return new Asked(path, q, all, search.parse(q));
  }

  /** The same for a page. */
  Asked ask(Model model, Locale locale, String path, String q, String... state) {
    Asked asked = ask(path, q, state);
    model.addAttribute("ask", asked);
    model.addAttribute("mistake", asked.mistake().map(Parsed.Mistake::pointing).orElse(null));
    names(model, locale);
    return asked;
  }

  void names(Model model, Locale locale) {
    model.addAttribute("names", new Named(names, locale));
  }

  /** The events that a chart counts: acts alone, where not all are asked for. */
  static Query counted(Asked asked, Query query) {
    return "all".equals(asked.state().get("count")) ? query : Acts.of(query);
  }

  /** Sends the table behind a chart of a query, or says why the query cannot be asked. */
  static void chart(
      String name,
      String format,
      Asked asked,
      Function<Query, Sheet> sheet,
      HttpServletResponse response)
      throws IOException {
    if (asked.query().isEmpty()) {
      mistaken(asked, response);
      return;
    }
    send(name, format, sheet.apply(counted(asked, asked.query().get())), response);
  }

  /** What a program is told whose query cannot be asked. */
  static void mistaken(Asked asked, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response
        .getOutputStream()
        .write(
            asked
                .mistake()
                .map(m -> m.pointing() + "\n")
                .orElse("")
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a table as a file.
   *
   * @param name of the file, without its ending
   * @param format {@code csv} or {@code json}
   */
  static void send(String name, String format, Sheet sheet, HttpServletResponse response)
      throws IOException {
    switch (format) {
      case "csv" -> send(name, format, "text/csv", response, sheet::csv);
      case "json" -> send(name, format, "application/json", response, sheet::json);
      default -> throw new NotFoundException(name + "." + format);
    }
  }

  static void send(String name, String format, String type, HttpServletResponse response, Body body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    if (!format.equals("json")) {
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"");
    }
    body.write(response.getOutputStream());
  }

  /** Names and numbers in the reader's language, for templates. */
  public record Named(Names names, Locale locale) {
    public String of(String code) {
      return names.of(code, locale);
    }

    /**
     * The day, month or year of an event, without the time of day; a dash where it is not known.
     */
    public String date(When when) {
      return when.date().map(d -> d.replaceFirst("T.*", "")).orElse("—");
    }

    public String number(long number) {
      return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** One digit after the point, with its sign; a dash where there is no value. */
    public String scale(OptionalDouble value) {
      return value.isEmpty() ? "–" : String.format(locale, "%+.1f", value.getAsDouble());
    }
  }
}
