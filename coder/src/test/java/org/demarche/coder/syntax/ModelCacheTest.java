package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.demarche.coder.data.CacheFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {
  private static final List<String> WORDS = List.of("treaty", "siege");
  private static final String NAME = "model.bin";

  @TempDir Path folder;
  private final AtomicInteger made = new AtomicInteger();

  private List<String> load(Path folder) {
    return new ModelCache(new CacheFolder(folder))
        .load(
            NAME,
            ModelFile::readStrings,
            () -> {
              made.incrementAndGet();
              return out -> ModelFile.writeStrings(out, WORDS);
            });
  }

  @Test
  void makesOnceAndKeeps() throws IOException {
    assertThat(load(folder.resolve("a/b"))).isEqualTo(WORDS);
    assertThat(load(folder.resolve("a/b"))).isEqualTo(WORDS);
    assertThat(made).hasValue(1);
    try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
      assertThat(files).containsExactly(folder.resolve("a/b").resolve(NAME));
    }
  }

  @Test
  void makesTruncatedFileAnew() throws IOException {
    load(folder);
    byte[] whole = Files.readAllBytes(folder.resolve(NAME));
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve(NAME), Arrays.copyOf(whole, length));
      assertThat(load(folder)).isEqualTo(WORDS);
      assertThat(made).hasValue(length + 2);
      assertThat(folder.resolve(NAME)).hasBinaryContent(whole);
    }
  }

  @Test
  void makesDamagedFileAnew() throws IOException {
    load(folder);
    byte[] whole = Files.readAllBytes(folder.resolve(NAME));
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(folder.resolve(NAME), damaged);
      assertThat(load(folder)).isEqualTo(WORDS);
      assertThat(made).hasValue(at + 2);
    }
  }

  @Test
  void worksWithoutFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(load(file.resolve("folder"))).isEqualTo(WORDS);
    assertThat(load(file.resolve("folder"))).isEqualTo(WORDS);
    assertThat(made).hasValue(2);
  }

  @Test
  void saysThatTheModelIsMissing() {
    assertThatThrownBy(() -> ModelCache.of(List.of("no-such.xz"), new CacheFolder(folder)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no-such.xz");
  }
}
