package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.component.mode.pos.POSFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.pos.POSState;
import edu.emory.clir.clearnlp.component.utils.CFlag;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import edu.emory.clir.clearnlp.feature.type.FeatureType;
import edu.emory.clir.clearnlp.feature.type.FieldType;
import edu.emory.clir.clearnlp.util.StringUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.demarche.coder.data.Memo;

/**
 * ClearNLP's part-of-speech tagger with sparse weights. What a word looks like, and what it says by
 * itself about its own tag and its neighbours', is found once. Thread-safe.
 */
final class Tagger {
  private static final int MISSING = -1;

  /** What words so far away give by themselves is kept with them. */
  private static final int NEAR = 1;

  private static final int MOST_WORDS = 20_000;

  private final List<Template> templates;
  private final LinearModel model;
  private final Clusters clusters;
  private final int[] types;

  /** The tags as parts of features. */
  private final List<FeatureHash.Text> labels;

  /** For each template's parts, the offset of the word from the one being tagged. */
  private final int[][] offsets;

  /** For each template's parts, the column of {@link #columns}; {@link #MISSING} for tags. */
  private final int[][] looks;

  /** For each template of one yes or no the value of yes, else null. */
  private final FeatureHash.Text[] flags;

  /** What is found once a word. */
  private final List<Template.Part> columns;

  /** The templates that ask about just one word, by how far away it is, from -{@link #NEAR} on. */
  private final int[][] alone;

  /** The other templates, which take more than one word, a tag, or a word further away. */
  private final int[] further;

  private final Orthography orthography = new Orthography();
  private final Memo<Key, Word> known = new Memo<>(MOST_WORDS, this::look);

  /** A word and whether it begins a sentence, where a capital means little. */
  private record Key(String word, boolean first) {}

  /** What a word looks like. */
  private static final class Word {
    /** By the number of the column: texts that may be null, hashes for sets. */
    private final Object[] columns;

    /** The scores that it gives by itself to the tags of the words around it. */
    private final double[][] near;

    Word(Object[] columns, double[][] near) {
      this.columns = columns;
      this.near = near;
    }
  }

  Tagger(LinearModel model, Clusters clusters) {
    this.model = model;
    this.templates = model.templates();
    this.clusters = clusters;
    this.labels = model.weights().labels().stream().map(FeatureHash.Text::of).toList();
    this.types = Template.types(templates);
    this.columns =
        templates.stream()
            .flatMap(template -> template.parts().stream())
            .filter(part -> part.field() != FieldType.p && part.field() != FieldType.b)
            .map(part -> new Template.Part("", part.field(), part.argument()))
            .distinct()
            .toList();
    this.flags =
        templates.stream()
            .map(t -> t.kind() == FeatureType.BINARY ? t.parts().get(0).binaryKey() : null)
            .map(FeatureHash.Text::of)
            .toArray(FeatureHash.Text[]::new);
    this.offsets = new int[templates.size()][];
    this.looks = new int[templates.size()][];
    for (int t = 0; t < offsets.length; t++) {
      List<Template.Part> parts = templates.get(t).parts();
      boolean set = templates.get(t).kind() == FeatureType.SET;
      offsets[t] = parts.stream().mapToInt(part -> part.locator().getOffset()).toArray();
      looks[t] = parts.stream().mapToInt(this::column).toArray();
      for (Template.Part part : parts) {
        boolean known =
            switch (part.field()) {
              case f2, f3, f4, a, p, pf, sf -> !set;
              case b -> part.number() <= 1 && parts.size() == 1;
              case orth, dsw -> set && parts.size() == 1;
              default -> false;
            };
        if (!known || !part.place().startsWith("i") || part.place().indexOf('_') >= 0) {
          throw new IllegalArgumentException("a feature that the tagger does not know: " + part);
        }
      }
    }
    this.alone = new int[2 * NEAR + 1][];
    for (int offset = -NEAR; offset <= NEAR; offset++) {
      int wanted = offset;
      alone[offset + NEAR] = select(t -> alone(t) && offsets[t][0] == wanted);
    }
    this.further = select(t -> !alone(t));
  }

  private int[] select(IntPredicate templates) {
    return IntStream.range(0, offsets.length).filter(templates).toArray();
  }

  private int column(Template.Part part) {
    return columns.indexOf(new Template.Part("", part.field(), part.argument()));
  }

  /** All tags that it gives. */
  List<String> tags() {
    return model.weights().labels();
  }

  /** The tags of a sentence's words. */
  String[] tag(String[] words) {
    Word[] seen = new Word[words.length];
    for (int i = 0; i < words.length; i++) {
      seen[i] = known.of(new Key(words[i], i == 0));
    }
    FeatureNames names = new FeatureNames();
    String[] tags = new String[words.length];
    FeatureHash.Text[] hashes = new FeatureHash.Text[words.length];
    for (int i = 0; i < words.length; i++) {
      double[] scores = model.weights().bias();
      for (int offset = -NEAR; offset <= NEAR; offset++) {
        if (i + offset >= 0 && i + offset < words.length) {
          SparseWeights.add(seen[i + offset].near[offset + NEAR], scores);
        }
      }
      names.clear();
      for (int t : further) {
        add(names, t, i, hashes, seen);
      }
      names.addTo(scores, model.weights());
      int best = scores[0] < scores[1] ? 1 : 0;
      for (int label = 2; label < scores.length; label++) {
        if (scores[best] < scores[label]) {
          best = label;
        }
      }
      tags[i] = model.weights().labels().get(best);
      hashes[i] = labels.get(best);
    }
    return tags;
  }

  private void add(FeatureNames names, int t, int at, FeatureHash.Text[] tags, Word[] words) {
    Template template = templates.get(t);
    long hash = FeatureHash.EMPTY;
    for (int p = 0; p < offsets[t].length; p++) {
      int place = at + offsets[t][p];
      if (place < 0 || place >= words.length) {
        return;
      }
      int column = looks[t][p];
      if (template.kind() == FeatureType.SET) {
        names.addAll(types[t], (long[]) words[place].columns[column]);
        return;
      }
      FeatureHash.Text value;
      if (column != MISSING) {
        value = (FeatureHash.Text) words[place].columns[column];
      } else if (template.kind() == FeatureType.BINARY) {
        boolean yes = place == (template.parts().get(p).number() == 0 ? 0 : words.length - 1);
        value = yes ? flags[t] : null;
      } else {
        value = tags[place];
      }
      if (value == null) {
        return;
      }
      hash = FeatureHash.extend(p == 0 ? hash : FeatureHash.extend(hash, '_'), value);
    }
    names.add(FeatureHash.feature(types[t], hash));
  }

  /** What a word looks like, wherever it stands. */
  private Word look(Key key) {
    DEPNode node = new DEPNode(key.first() ? 1 : 2, key.word());
    String form = node.getSimplifiedWordForm();
    Object[] found = new Object[columns.size()];
    for (int i = 0; i < found.length; i++) {
      Template.Part part = columns.get(i);
      found[i] =
          switch (part.field()) {
            case f2 -> FeatureHash.Text.of(form);
            case f3 -> FeatureHash.Text.of(node.getLowerSimplifiedWordForm());
            case f4 -> FeatureHash.Text.of(node.getWordShape(2));
            case a -> FeatureHash.Text.of(model.classes().get(form));
            case pf -> FeatureHash.Text.of(StringUtils.getPrefix(form, part.number()));
            case sf -> FeatureHash.Text.of(StringUtils.getSuffix(form, part.number()));
            case dsw -> clusters.of(node.getWordForm());
            default -> orthography.of(node);
          };
    }
    double[][] near = new double[2 * NEAR + 1][];
    for (int offset = -NEAR; offset <= NEAR; offset++) {
      near[offset + NEAR] = near(found, offset);
    }
    return new Word(found, near);
  }

  /** The scores that a word gives, by itself, to the tags of the word {@code offset} before it. */
  private double[] near(Object[] columns, int offset) {
    FeatureNames names = new FeatureNames();
    // as if no other word were there
    Word[] word = {new Word(columns, new double[0][])};
    for (int t : alone[offset + NEAR]) {
      add(names, t, -offset, new FeatureHash.Text[1], word);
    }
    double[] scores = new double[labels.size()];
    names.addTo(scores, model.weights());
    return scores;
  }

  /** Whether a template asks about just one word, at most {@link #NEAR} away, and not its tag. */
  private boolean alone(int t) {
    int first = offsets[t][0];
    return Math.abs(first) <= NEAR
        && Arrays.stream(offsets[t]).allMatch(o -> o == first)
        && Arrays.stream(looks[t]).allMatch(l -> l != MISSING);
  }

  /** Lends us ClearNLP's own spelling features, which are protected. */
  private static final class Orthography extends POSFeatureExtractor {
    private static final long serialVersionUID = 1;

    private final transient POSState state = new POSState(new DEPTree(0), CFlag.DECODE, null);

    Orthography() {
      super(new ByteArrayInputStream("<feature_template/>".getBytes(StandardCharsets.UTF_8)));
    }

    long[] of(DEPNode node) {
      // of the state only whether it begins with the node is asked, which the node's number tells
      String[] types = getOrthographicFeatures(state, node);
      long[] hashes = new long[types == null ? 0 : types.length];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = FeatureHash.extend(FeatureHash.EMPTY, types[i]);
      }
      return hashes;
    }
  }
}
