package org.demarche.desk.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads pages and sends their forms, as a browser without scripts does. */
final class Browser {
  private final URI desk;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private HttpResponse<String> last;

  Browser(URI desk) {
    this.desk = desk;
  }

  /** Reads a page; redirects are followed. */
  Browser get(String path) {
    send(HttpRequest.newBuilder(desk.resolve(path)).GET());
    return follow();
  }

  /** Sends the form with this action that stands on the page, with some fields filled in. */
  Browser submit(String action, Map<String, String> filled) {
    Element form = page().selectFirst("form[action='" + action + "']");
    if (form == null) {
      throw new AssertionError("no form " + action + " on " + last.uri() + "\n" + last.body());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : form.select("input[name], textarea[name]")) {
      if (!field.attr("type").equals("checkbox")) {
        fields.put(field.attr("name"), field.val());
      }
    }
    for (Element select : form.select("select[name]")) {
      Element chosen = select.selectFirst("option[selected]");
      fields.put(
          select.attr("name"), (chosen == null ? select.selectFirst("option") : chosen).val());
    }
    fields.putAll(filled);
    return post(action, fields);
  }

  /** Sends fields as a form does, whatever stands on the page. */
  Browser post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    send(
        HttpRequest.newBuilder(desk.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    return follow();
  }

  /** The CSRF token of the page. */
  String csrf() {
    return page().selectFirst("input[name=_csrf]").val();
  }

  Browser logIn(String name, String password) {
    return get("/login").submit("/login", Map.of("name", name, "password", password));
  }

  /** Sends without following anything. */
  HttpResponse<String> raw(HttpRequest.Builder request) {
    send(request);
    return last;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(desk.resolve(path));
  }

  private void send(HttpRequest.Builder request) {
    try {
      last =
          client.send(
              request.header("Accept", "text/html,*/*").build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Browser follow() {
    while (last.statusCode() == 302) {
      send(
          HttpRequest.newBuilder(
                  last.uri().resolve(last.headers().firstValue("Location").orElseThrow()))
              .GET());
    }
    return this;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Document page() {
    return Jsoup.parse(last.body(), last.uri().toString());
  }

  int status() {
    return last.statusCode();
  }

  String path() {
    return last.uri().getPath();
  }

  String body() {
    return last.body();
  }

  HttpResponse<String> response() {
    return last;
  }

  CookieManager cookies() {
    return cookies;
  }
}
