package org.demarche.coder.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The compact form of the trees of some files: a mark, all distinct texts, the trees, the checksum
 * of all before it. Numbers take seven bits a byte, the lowest first. A value is a number whose
 * lowest three bits tell its kind and whose others its text or size, followed by its line, counted
 * from the value before. A collection that stands in several places is written once.
 */
final class TreeFile {
  /** Goes up when the compact form or the tree changes. */
  static final int FORMAT = 1;

  private static final int MARK = 0x44657442;
  private static final int TRAILER = Integer.BYTES;

  private static final int SCALAR = 0;
  private static final int NULL = 1;
  private static final int SEQUENCE = 2;
  private static final int MAPPING = 3;
  private static final int AGAIN = 4;
  private static final int NONE = 5;
  private static final int KIND_BITS = 3;

  private TreeFile() {}

  /**
   * The bytes for the trees, one for each file, empty for an empty file.
   *
   * @throws CharacterCodingException if a text is no Unicode
   */
  static byte[] write(List<Optional<YamlNode>> trees) throws CharacterCodingException {
    return new Writer().write(trees);
  }

  /**
   * The trees of a file's bytes.
   *
   * @throws IOException if they are not a whole file
   */
  static List<Optional<YamlNode>> read(byte[] bytes) throws IOException {
    int end = bytes.length - TRAILER;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (end < Integer.BYTES || buffer.getInt(0) != MARK) {
      throw new IOException("not a file of trees, or cut short");
    }
    if (checksum(bytes, end) != buffer.getInt(end)) {
      throw new IOException("checksum differs");
    }
    try {
      return new Reader(bytes, Integer.BYTES).read();
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IOException("ill-formed", e);
    }
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }

  /** Writes one file. */
  private static final class Writer {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final IdentityHashMap<YamlNode, Integer> collections = new IdentityHashMap<>();
    private final ByteArrayOutputStream nodes = new ByteArrayOutputStream(1 << 16);
    private int line;

    byte[] write(List<Optional<YamlNode>> trees) throws CharacterCodingException {
      for (Optional<YamlNode> tree : trees) {
        line = 0;
        tree.ifPresentOrElse(this::node, () -> number(nodes, NONE));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(MARK).array());
      number(out, texts.size());
      // unlike String's own, it refuses halves of surrogate pairs
      CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
      for (String text : texts.keySet()) {
        ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        number(out, bytes.length);
        out.writeBytes(bytes);
      }
      number(out, trees.size());
      out.writeBytes(nodes.toByteArray());
      int sum = checksum(out.toByteArray(), out.size());
      out.writeBytes(ByteBuffer.allocate(TRAILER).putInt(sum).array());
      return out.toByteArray();
    }

    private void node(YamlNode node) {
      Integer known = collections.get(node);
      if (known != null) {
        number(nodes, (known << KIND_BITS) | AGAIN);
      } else if (node instanceof YamlNode.Scalar scalar) {
        Integer next = texts.size();
        Integer text = texts.putIfAbsent(scalar.text(), next);
        head(scalar.isNull() ? NULL : SCALAR, text == null ? next : text, scalar.line());
      } else if (node instanceof YamlNode.Sequence sequence) {
        head(SEQUENCE, sequence.elements().size(), sequence.line());
        sequence.elements().forEach(this::node);
        collections.put(node, collections.size());
      } else if (node instanceof YamlNode.Mapping mapping) {
        head(MAPPING, mapping.entries().size(), mapping.line());
        for (YamlNode.Entry entry : mapping.entries()) {
          node(entry.key());
          node(entry.value());
        }
        collections.put(node, collections.size());
      }
    }

    private void head(int kind, int value, int at) {
      number(nodes, (value << KIND_BITS) | kind);
      int step = at - line;
      number(nodes, (step << 1) ^ (step >> 31));
      line = at;
    }

    private static void number(ByteArrayOutputStream out, int number) {
      int rest = number;
      while ((rest & ~0x7f) != 0) {
        out.write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }
  }

  /** Reads one file. */
  private static final class Reader {
    private final byte[] bytes;
    private final List<YamlNode> collections = new ArrayList<>();
    private String[] texts = {};
    private int at;
    private int line;

    Reader(byte[] bytes, int start) {
      this.bytes = bytes;
      this.at = start;
    }

    List<Optional<YamlNode>> read() throws IOException {
      texts = new String[number()];
      for (int i = 0; i < texts.length; i++) {
        int length = number();
        texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
      }
      int size = number();
      List<Optional<YamlNode>> trees = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        line = 0;
        int head = number();
        trees.add(head == NONE ? Optional.empty() : Optional.of(node(head)));
      }
      return trees;
    }

    private YamlNode node(int head) throws IOException {
      int value = head >>> KIND_BITS;
      int kind = head & ((1 << KIND_BITS) - 1);
      if (kind == AGAIN) {
        return collections.get(value);
      }
      int step = number();
      line += (step >>> 1) ^ -(step & 1);
      return switch (kind) {
        case SCALAR -> new YamlNode.Scalar(line, texts[value], false);
        case NULL -> new YamlNode.Scalar(line, texts[value], true);
        case SEQUENCE -> sequence(line, value);
        case MAPPING -> mapping(line, value);
        default -> throw new IOException("a node of the kind " + kind);
      };
    }

    private YamlNode sequence(int start, int size) throws IOException {
      YamlNode[] elements = new YamlNode[size];
      for (int i = 0; i < size; i++) {
        elements[i] = node(number());
      }
      YamlNode sequence = new YamlNode.Sequence(start, List.of(elements));
      collections.add(sequence);
      return sequence;
    }

    private YamlNode mapping(int start, int size) throws IOException {
      YamlNode.Entry[] entries = new YamlNode.Entry[size];
      for (int i = 0; i < size; i++) {
        entries[i] = new YamlNode.Entry(node(number()), node(number()));
      }
      YamlNode mapping = new YamlNode.Mapping(start, List.of(entries));
      collections.add(mapping);
      return mapping;
    }

    private int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = bytes[at++];
        number |= (next & 0x7f) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }
  }
}
