package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language says everything, and nothing that a page asks for is missing. */
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/demarche/desk");
  private static final Pattern ASKED = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");

  private static Properties messages(String file) throws IOException {
    Properties messages = new Properties();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve(file))) {
      messages.load(in);
    }
    return messages;
  }

  @Test
  void everyLanguageSaysTheSameThings() throws IOException {
    Properties english = messages("messages.properties");
    for (Locale locale : WebConfiguration.languages()) {
      if (locale.equals(Locale.ENGLISH)) {
        continue;
      }
      Properties other = messages("messages_" + locale.getLanguage() + ".properties");
      assertThat(other.stringPropertyNames())
          .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(other.getProperty(key)).as(key).isNotBlank();
        assertThat(new MessageFormat(other.getProperty(key), locale).getFormatsByArgumentIndex())
            .as(key)
            .hasSameSizeAs(
                new MessageFormat(english.getProperty(key), Locale.ENGLISH)
                    .getFormatsByArgumentIndex());
      }
    }
  }

  @Test
  void nothingThatPagesAskForIsMissing() throws IOException {
    Set<String> known = messages("messages.properties").stringPropertyNames();
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(RESOURCES.resolve("templates"))) {
      for (Path page : pages.filter(Files::isRegularFile).toList()) {
        Matcher matcher = ASKED.matcher(Files.readString(page));
        while (matcher.find()) {
          asked.add(matcher.group(1));
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(50);
    asked.removeAll(known);
    assertThat(asked).isEmpty();
  }
}
