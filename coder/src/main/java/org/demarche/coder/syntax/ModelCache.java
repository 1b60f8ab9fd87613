package org.demarche.coder.syntax;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.demarche.coder.data.CacheFolder;

/**
 * Keeps compact models in a folder, one file each, made when first asked for. Any number of
 * processes may share the folder: a file appears whole or not at all. Without a folder that can be
 * written the models are made anew each time.
 */
final class ModelCache {
  /** Goes up when the compact form changes. */
  private static final int FORMAT = 5;

  private static final Logger LOGGER = System.getLogger(ModelCache.class.getName());

  private final CacheFolder folder;
  private final Object making = new Object();

  ModelCache(CacheFolder folder) {
    this.folder = folder;
  }

  /** Reads a compact model. */
  interface Reader<T> {
    T read(ByteBuffer in) throws IOException;
  }

  /** Makes a compact model from the original, which takes long. */
  interface Maker {
    ModelFile.Content make() throws IOException;
  }

  /**
   * A folder in {@code root} for the given models, named after the compact form and the models'
   * checksums.
   *
   * @throws UncheckedIOException if a model is not on the class path
   */
  static ModelCache of(List<String> resources, CacheFolder root) {
    CRC32C checksum = new CRC32C();
    for (String resource : resources) {
      long[] stamp = stamp(resource);
      ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(stamp[0]).putLong(stamp[1]);
      checksum.update(bytes.flip());
    }
    return new ModelCache(
        root.folder(FORMAT + "-" + HexFormat.of().toHexDigits((int) checksum.getValue())));
  }

  /** The size and the checksum, or the time, of a resource, from its jar's list of contents. */
  private static long[] stamp(String resource) {
    URL url = ModelCache.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new UncheckedIOException(
          new FileNotFoundException("model " + resource + " is not on the class path"));
    }
    try {
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return new long[] {jar.getJarEntry().getSize(), jar.getJarEntry().getCrc()};
      }
      return new long[] {connection.getContentLengthLong(), connection.getLastModified()};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The model kept under {@code name}, made if it is missing or damaged.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  <T> T load(String name, Reader<T> reader, Maker maker) {
    Path file = folder.file(name);
    if (Files.isRegularFile(file)) {
      try {
        return reader.read(map(file));
      } catch (IOException | RuntimeException e) {
        LOGGER.log(Level.WARNING, () -> "making the damaged cache file " + file + " anew", e);
      }
    }
    // Making a model takes some 500 MB for a moment, so one is made at a time.
    synchronized (making) {
      try {
        return make(name, reader, maker.make());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (OutOfMemoryError e) {
        throw new UncheckedIOException(
            new IOException("the first start needs 700 MB of heap to make " + file, e));
      }
    }
  }

  private <T> T make(String name, Reader<T> reader, ModelFile.Content content) throws IOException {
    try {
      folder.keep(name, out -> ModelFile.write(out, content));
      return reader.read(map(folder.file(name)));
    } catch (IOException e) {
      LOGGER.log(
          Level.WARNING,
          () -> "cannot keep models in " + folder.path() + ", so each start will be slow: " + e);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ModelFile.write(bytes, content);
      return reader.read(ModelFile.open(ByteBuffer.wrap(bytes.toByteArray())));
    }
  }

  private static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return ModelFile.open(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }
}
