package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.vector.StringFeatureVector;
import edu.emory.clir.clearnlp.component.mode.dep.DEPFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.dep.state.AbstractDEPState;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import edu.emory.clir.clearnlp.feature.common.CommonFeatureToken;
import edu.emory.clir.clearnlp.feature.type.DirectionType;
import edu.emory.clir.clearnlp.feature.type.FeatureType;
import edu.emory.clir.clearnlp.feature.type.FieldType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.demarche.coder.syntax.Lemmatiser.Lemma;

/**
 * The parser's features, the same as ClearNLP's but hashed instead of joined to strings. Each node
 * and field is looked up once a state, though dozens of templates name it, and each word once a
 * sentence.
 */
final class ArcFeatures extends DEPFeatureExtractor {
  private static final long serialVersionUID = 1;
  private static final String NO_TEMPLATES = "<feature_template/>";

  private final transient CommonFeatureToken[] places;
  private final transient Template.Part[] fields;

  /** For each field that is yes or no the value of yes, else null. */
  private final transient FeatureHash.Text[] flags;

  /** The place of each field. */
  private final transient int[] placeOf;

  /** The fields that each template joins. */
  private final transient int[][] templates;

  private final transient int[] types;
  private final transient Clusters clusters;

  ArcFeatures(List<Template> templates, Clusters clusters) {
    super(new ByteArrayInputStream(NO_TEMPLATES.getBytes(StandardCharsets.UTF_8)));
    this.clusters = clusters;
    this.types = Template.types(templates);
    this.templates = new int[templates.size()][];
    List<String> places = new ArrayList<>();
    List<Template.Part> fields = new ArrayList<>();
    for (int t = 0; t < this.templates.length; t++) {
      Template template = templates.get(t);
      this.templates[t] = new int[template.parts().size()];
      for (int p = 0; p < this.templates[t].length; p++) {
        Template.Part part = template.parts().get(p);
        check(template, part);
        if (!places.contains(part.place())) {
          places.add(part.place());
        }
        if (!fields.contains(part)) {
          fields.add(part);
        }
        this.templates[t][p] = fields.indexOf(part);
      }
    }
    this.fields = fields.toArray(new Template.Part[0]);
    this.flags =
        fields.stream()
            .map(f -> f.field() == FieldType.b ? FeatureHash.Text.of(f.binaryKey()) : null)
            .toArray(FeatureHash.Text[]::new);
    this.placeOf = fields.stream().mapToInt(field -> places.indexOf(field.place())).toArray();
    this.places =
        places.stream()
            .map(place -> new Template.Part(place, FieldType.p, "").locator())
            .toArray(CommonFeatureToken[]::new);
  }

  private static void check(Template template, Template.Part part) {
    boolean known =
        switch (part.field()) {
          case m, p, d -> template.kind() == FeatureType.SIMPLE;
          case v -> template.kind() == FeatureType.SIMPLE && part.argument().equals("a");
          case b -> template.kind() == FeatureType.BINARY && part.number() <= 1;
          case dsw -> template.kind() == FeatureType.SET && template.parts().size() == 1;
          default -> false;
        };
    if (!known) {
      throw new IllegalArgumentException("a feature that the parser does not know: " + template);
    }
  }

  @Override
  public StringFeatureVector createStringFeatureVector(AbstractDEPState state) {
    DEPNode[] nodes = new DEPNode[places.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = state.getNode(places[i]);
    }
    Words words = (Words) state.getTree();
    FeatureHash.Text[] values = new FeatureHash.Text[fields.length];
    for (int i = 0; i < values.length; i++) {
      DEPNode node = nodes[placeOf[i]];
      values[i] = node == null ? null : value(i, node, words, state);
    }
    FeatureNames names = new FeatureNames();
    for (int t = 0; t < templates.length; t++) {
      int[] parts = templates[t];
      if (fields[parts[0]].field() == FieldType.dsw) {
        DEPNode node = nodes[placeOf[parts[0]]];
        if (node != null) {
          names.addAll(types[t], words.clusters[node.getID()]);
        }
      } else {
        add(names, types[t], parts, values);
      }
    }
    return names;
  }

  private static void add(FeatureNames names, int type, int[] parts, FeatureHash.Text[] values) {
    FeatureHash.Text first = values[parts[0]];
    if (first == null) {
      return;
    }
    long hash = FeatureHash.extend(FeatureHash.EMPTY, first);
    for (int p = 1; p < parts.length; p++) {
      FeatureHash.Text value = values[parts[p]];
      if (value == null) {
        return;
      }
      hash = FeatureHash.extend(FeatureHash.extend(hash, '_'), value);
    }
    names.add(FeatureHash.feature(type, hash));
  }

  private FeatureHash.Text value(int field, DEPNode node, Words words, AbstractDEPState state) {
    Template.Part part = fields[field];
    return switch (part.field()) {
      case m -> words.lemmas[node.getID()];
      case p -> words.tags[node.getID()];
      case d -> FeatureHash.Text.of(node.getLabel());
      case v -> FeatureHash.Text.of(node.getValency(DirectionType.a));
      case dsw -> null;
      default -> {
        boolean yes = part.number() == 0 ? state.isFirstNode(node) : state.isLastNode(node);
        yield yes ? flags[field] : null;
      }
    };
  }

  /** A sentence without arcs, ready to be parsed. */
  DEPTree words(String[] words, String[] tags, Lemma[] lemmas) {
    return new Words(words, tags, lemmas, clusters);
  }

  /** A tree to be filled, with what the features ask of its words looked up once. */
  private static final class Words extends DEPTree {
    /** By the number of the node; 0 is ClearNLP's root above the sentence. */
    private final FeatureHash.Text[] lemmas;

    private final FeatureHash.Text[] tags;
    private final long[][] clusters;

    Words(String[] words, String[] tags, Lemma[] lemmas, Clusters known) {
      super(words.length);
      this.lemmas = new FeatureHash.Text[words.length + 1];
      this.tags = new FeatureHash.Text[words.length + 1];
      this.clusters = new long[words.length + 1][];
      see(get(0), get(0).getWordForm(), known);
      for (int i = 1; i <= words.length; i++) {
        // its form is not asked for, and would be taken apart by patterns
        DEPNode node = new DEPNode(i, "");
        node.setPOSTag(tags[i - 1]);
        node.setLemma(lemmas[i - 1].original());
        add(node);
        see(node, words[i - 1], known);
      }
    }

    private void see(DEPNode node, String word, Clusters known) {
      lemmas[node.getID()] = FeatureHash.Text.of(node.getLemma());
      tags[node.getID()] = FeatureHash.Text.of(node.getPOSTag());
      clusters[node.getID()] = known.of(word);
    }
  }
}
