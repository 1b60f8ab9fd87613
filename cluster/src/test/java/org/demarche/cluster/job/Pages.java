package org.demarche.cluster.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** Web archives as crawlers write them. */
final class Pages {
  private Pages() {}

  /** An archive of one page for each text, published a day after the other. */
  static void archive(Path file, String host, List<String> texts) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
      for (int i = 0; i < texts.size(); i++) {
        byte[] http =
            ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n"
                    + html(texts.get(i), "2024-05-0" + (i + 1)))
                .getBytes(StandardCharsets.UTF_8);
        writer.write(
            new WarcResponse.Builder("https://" + host + "/" + i)
                .date(Instant.parse("2024-05-06T08:00:00Z"))
                .body(MediaType.HTTP_RESPONSE, http)
                .build());
      }
    }
  }

  private static String html(String text, String day) {
    return "<!doctype html><html lang=\"en\"><head><title>Ministers meet</title>"
        + "<meta property=\"article:published_time\" content=\""
        + day
        + "T10:00:00Z\"></head><body><article><h1>Ministers meet</h1><p>"
        + text.replace("\n", "</p><p>")
        + "</p></article></body></html>";
  }
}
