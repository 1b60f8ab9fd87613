package org.demarche.desk.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.desk.mail.MailSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  private DeskSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("desk.properties"), text);
    return SettingsFile.read(file, Optional.empty(), false);
  }

  @Test
  void readsWhatIsWritten() throws IOException {
    DeskSettings settings =
        read(
            "port=9000\naddress=https://desk.example.org\nproxied=true\nsmtp.host=mail.example.org\n"
                + "smtp.from=desk@example.org\nsmtp.user=desk\nsmtp.password=secret");
    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.address()).hasToString("https://desk.example.org/");
    assertThat(settings.proxied()).isTrue();
    MailSettings mail = settings.mail().orElseThrow();
    assertThat(mail.port()).isEqualTo(587);
    assertThat(mail.tls()).isEqualTo(MailSettings.Tls.STARTTLS);
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> read("smtp.hots=x"))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("desk.properties")
        .hasMessageContaining("smtp.hots")
        .hasMessageContaining("smtp.host");
    assertThatThrownBy(() -> read("port=eighty")).hasMessageContaining("eighty");
    assertThatThrownBy(() -> read("smtp.host=x")).hasMessageContaining("smtp.from");
    assertThatThrownBy(() -> read("address=desk.example.org")).hasMessageContaining("https://");
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none"), Optional.empty(), false))
        .isInstanceOf(DeskException.class);
  }

  @Test
  void aPortInUseIsSaidAtOnce() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("localhost"));
        Archive archive = Archive.open(folder.resolve("a.db").toString())) {
      assertThatThrownBy(
              () ->
                  Desk.start(DeskSettings.local(taken.getLocalPort()), archive, Clock.systemUTC()))
          .isInstanceOf(DeskException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("--port");
    }
  }
}
