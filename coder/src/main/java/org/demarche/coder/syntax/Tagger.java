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
import java.util.List;

/**
 * ClearNLP's part-of-speech tagger with sparse weights. What a word looks like is found once a
 * word, not once for each of the seven windows that it stands in. Thread-safe.
 */
final class Tagger {
  private static final int MISSING = -1;

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

  /** What is found once a word. */
  private final List<Template.Part> columns;

  private final Orthography orthography = new Orthography();

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
  }

  private int column(Template.Part part) {
    return columns.indexOf(new Template.Part("", part.field(), part.argument()));
  }

  /** All tags that it gives. */
  List<String> tags() {
    return model.weights().labels();
  }

  /** Sets the tags of all nodes. */
  void process(DEPTree tree) {
    POSState state = new POSState(tree, CFlag.DECODE, null);
    Object[][] words = new Object[tree.size()][];
    for (int i = 1; i < words.length; i++) {
      words[i] = look(tree.get(i), state);
    }
    FeatureNames names = new FeatureNames();
    FeatureHash.Text[] tags = new FeatureHash.Text[words.length];
    for (int i = 1; i < words.length; i++) {
      names.clear();
      for (int t = 0; t < offsets.length; t++) {
        add(names, t, i, tags, words);
      }
      double[] scores = names.scores(model.weights());
      int best = scores[0] < scores[1] ? 1 : 0;
      for (int label = 2; label < scores.length; label++) {
        if (scores[best] < scores[label]) {
          best = label;
        }
      }
      tree.get(i).setPOSTag(model.weights().labels().get(best));
      tags[i] = labels.get(best);
    }
  }

  private void add(FeatureNames names, int t, int at, FeatureHash.Text[] tags, Object[][] words) {
    Template template = templates.get(t);
    long hash = FeatureHash.EMPTY;
    for (int p = 0; p < offsets[t].length; p++) {
      int place = at + offsets[t][p];
      if (place < 1 || place >= words.length) {
        return;
      }
      int column = looks[t][p];
      if (template.kind() == FeatureType.SET) {
        names.addAll(types[t], (long[]) words[place][column]);
        return;
      }
      FeatureHash.Text value;
      if (column != MISSING) {
        value = (FeatureHash.Text) words[place][column];
      } else if (template.kind() == FeatureType.BINARY) {
        Template.Part part = template.parts().get(p);
        boolean yes = place == (part.number() == 0 ? 1 : words.length - 1);
        value = yes ? FeatureHash.Text.of(part.binaryKey()) : null;
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

  /** The columns of one word: texts that may be null, hashes for sets. */
  private Object[] look(DEPNode node, POSState state) {
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
            default -> orthography.of(state, node);
          };
    }
    return found;
  }

  /** Lends us ClearNLP's own spelling features, which are protected. */
  private static final class Orthography extends POSFeatureExtractor {
    private static final long serialVersionUID = 1;

    Orthography() {
      super(new ByteArrayInputStream("<feature_template/>".getBytes(StandardCharsets.UTF_8)));
    }

    long[] of(POSState state, DEPNode node) {
      String[] types = getOrthographicFeatures(state, node);
      long[] hashes = new long[types == null ? 0 : types.length];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = FeatureHash.extend(FeatureHash.EMPTY, types[i]);
      }
      return hashes;
    }
  }
}
