package org.demarche.press.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What hosts allow in {@code robots.txt} (RFC 9309), asked once a host. Thread-safe. */
final class Robots {
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  private final String agent;
  private final Map<String, BaseRobotRules> rules = new ConcurrentHashMap<>();

  Robots(String agent) {
    this.agent = agent.toLowerCase(Locale.ROOT).split("[/ ]", 2)[0];
  }

  /** Fetches a {@code robots.txt}. */
  interface Source {
    Fetched get(URI address);
  }

  boolean isAllowed(URI address, Source source) {
    return rules(address, source).isAllowed(address.toString());
  }

  /** The time that a host wants between two requests, at most a minute. */
  Duration delay(URI address, Source source) {
    long wanted = rules(address, source).getCrawlDelay();
    return wanted <= 0
        ? Duration.ZERO
        : Duration.ofMillis(Math.min(wanted, LONGEST_DELAY.toMillis()));
  }

  private BaseRobotRules rules(URI address, Source source) {
    String host = address.getScheme() + "://" + address.getRawAuthority();
    BaseRobotRules known = rules.get(host);
    if (known == null) {
      URI file = URI.create(host + "/robots.txt");
      known =
          source
              .get(file)
              .fold(
                  page ->
                      new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), 0)
                          .parseContent(
                              file.toString(), page.bytes(), "text/plain", List.of(agent)),
                  unchanged -> new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
                  failed ->
                      new SimpleRobotRules(
                          failed.kind() == Fetched.Kind.SERVER_ERROR
                                  || failed.kind() == Fetched.Kind.COME_BACK_LATER
                              ? RobotRulesMode.ALLOW_NONE
                              : RobotRulesMode.ALLOW_ALL));
      rules.put(host, known);
    }
    return known;
  }
}
