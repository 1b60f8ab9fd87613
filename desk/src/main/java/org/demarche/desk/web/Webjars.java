package org.demarche.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Where the scripts of others are found; their versions stand in the build alone. */
public final class Webjars {
  private final Map<String, String> files =
      Map.of(
          "htmx", file("htmx.org", "dist/htmx.min.js"),
          "echarts", file("echarts", "dist/echarts.min.js"));

  private static String file(String artifact, String file) {
    String description = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
    try (InputStream in = Webjars.class.getResourceAsStream(description)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + artifact);
      }
      Properties properties = new Properties();
      properties.load(in);
      return "/webjars/" + artifact + "/" + properties.getProperty("version") + "/" + file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a script. For templates. */
  public String path(String name) {
    return files.get(name);
  }
}
