package org.demarche.desk.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a window. */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final URI desk;

  private Chromium(ChromeDriver driver, URI desk) {
    this.driver = driver;
    this.desk = desk;
  }

  /** Where Chromium and its driver are; the test that asks is skipped where they are not. */
  static void mustBeInstalled() {
    assumeTrue(
        find("chromium", "chromium-browser", "google-chrome") != null
            && find("chromedriver") != null,
        "no Chromium with its driver on this machine: the browser's tests are skipped"
            + " (Debian: apt-get install chromium chromium-driver)");
  }

  private static Path find(String... names) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  static Chromium open(URI desk, Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(find("chromium", "chromium-browser", "google-chrome").toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    return new Chromium(new ChromeDriver(service, options), desk);
  }

  Chromium go(String path) {
    driver.get(desk.resolve(path).toString());
    return this;
  }

  /** The element, once it is there. */
  WebElement at(String selector) {
    await(() -> !all(selector).isEmpty(), () -> "nothing at " + selector);
    return all(selector).get(0);
  }

  private void await(Supplier<Boolean> condition, Supplier<String> missing) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > until) {
        throw new AssertionError(
            missing.get() + " on " + driver.getCurrentUrl() + "\n" + driver.getPageSource());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  private static boolean holds(Supplier<Boolean> condition) {
    try {
      return condition.get();
    } catch (StaleElementReferenceException e) {
      // The page has just changed.
      return false;
    }
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  Chromium type(String selector, String text) {
    WebElement field = at(selector);
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Presses a key as a reader does, with nothing being typed into. */
  Chromium key(String key) {
    driver.switchTo().activeElement().sendKeys(key);
    return this;
  }

  Chromium click(String selector) {
    at(selector).click();
    return this;
  }

  /** Waits until the text is to be read there. */
  Chromium see(String selector, String text) {
    await(
        () -> all(selector).stream().anyMatch(e -> e.getText().contains(text)),
        () -> "no '" + text + "' at " + selector);
    return this;
  }

  Chromium seeAddress(String part) {
    await(() -> driver.getCurrentUrl().contains(part), () -> "not at " + part);
    return this;
  }

  Object script(String script, Object... values) {
    return driver.executeScript(script, values);
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** What the browser complained of, such as a script that the policy forbids. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(e -> e.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(Object::toString)
        .toList();
  }

  /** What axe finds serious or critical on the page, in words. */
  List<?> barriers() {
    driver.executeScript(axe());
    return (List<?>)
        driver.executeAsyncScript(
            "const done = arguments[0]; axe.run({resultTypes: ['violations']}).then(r =>"
                + " done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | '))))");
  }

  private static String axe() {
    try (InputStream description =
        Chromium.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
      Properties properties = new Properties();
      properties.load(description);
      try (InputStream in =
          Chromium.class.getResourceAsStream(
              "/META-INF/resources/webjars/axe-core/"
                  + properties.getProperty("version")
                  + "/axe.min.js")) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
