package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.vector.StringFeatureVector;
import edu.emory.clir.clearnlp.component.mode.dep.DEPFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.dep.state.AbstractDEPState;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.feature.common.CommonFeatureToken;
import edu.emory.clir.clearnlp.feature.type.DirectionType;
import edu.emory.clir.clearnlp.feature.type.FeatureType;
import edu.emory.clir.clearnlp.feature.type.FieldType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The parser's features, the same as ClearNLP's but hashed instead of joined to strings. Each node
 * and field is looked up once a state, though dozens of templates name it.
 */
final class ArcFeatures extends DEPFeatureExtractor {
  private static final long serialVersionUID = 1;
  private static final String NO_TEMPLATES = "<feature_template/>";

  private final transient CommonFeatureToken[] places;
  private final transient Template.Part[] fields;

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
    String[] values = new String[fields.length];
    for (int i = 0; i < values.length; i++) {
      DEPNode node = nodes[placeOf[i]];
      values[i] = node == null ? null : value(fields[i], node, state);
    }
    FeatureNames names = new FeatureNames();
    for (int t = 0; t < templates.length; t++) {
      add(names, types[t], templates[t], values);
    }
    return names;
  }

  private void add(FeatureNames names, int type, int[] parts, String[] values) {
    String first = values[parts[0]];
    if (first == null) {
      return;
    }
    if (fields[parts[0]].field() == FieldType.dsw) {
      for (long cluster : clusters.of(first)) {
        names.add(FeatureHash.feature(type, cluster));
      }
      return;
    }
    long hash = FeatureHash.extend(FeatureHash.EMPTY, first);
    for (int p = 1; p < parts.length; p++) {
      String value = values[parts[p]];
      if (value == null) {
        return;
      }
      hash = FeatureHash.extend(FeatureHash.extend(hash, '_'), value);
    }
    names.add(FeatureHash.feature(type, hash));
  }

  private static String value(Template.Part part, DEPNode node, AbstractDEPState state) {
    return switch (part.field()) {
      case m -> node.getLemma();
      case p -> node.getPOSTag();
      case d -> node.getLabel();
      case v -> node.getValency(DirectionType.a);
      case dsw -> node.getWordForm();
      default -> {
        boolean yes = part.number() == 0 ? state.isFirstNode(node) : state.isLastNode(node);
        yield yes ? part.binaryKey() : null;
      }
    };
  }
}
