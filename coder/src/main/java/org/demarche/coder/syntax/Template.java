package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.feature.common.CommonFeatureTemplate;
import edu.emory.clir.clearnlp.feature.common.CommonFeatureToken;
import edu.emory.clir.clearnlp.feature.type.FeatureType;
import edu.emory.clir.clearnlp.feature.type.FieldType;
import edu.emory.clir.clearnlp.feature.type.RelationType;
import edu.emory.clir.clearnlp.feature.type.SourceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which fields of which nodes make a feature. Written as ClearNLP writes them: {@code SIMPLE
 * i0_lmd:d j-1:p}.
 *
 * @param kind whether the parts make one string, or one string for each of a set
 * @param parts at least one; a set has just one
 */
record Template(FeatureType kind, List<Part> parts) {
  Template {
    parts = List.copyOf(parts);
  }

  /**
   * A field of a node.
   *
   * @param place how the state finds the node
   * @param argument the number or letter behind some fields, else empty
   */
  record Part(String place, FieldType field, String argument) {
    /** What finds the node in a state; its field is of no account. */
    CommonFeatureToken locator() {
      int relation = place.indexOf('_');
      String position = relation < 0 ? place : place.substring(0, relation);
      return new CommonFeatureToken(
          SourceType.valueOf(position.substring(0, 1)),
          relation < 0 ? null : RelationType.valueOf(place.substring(relation + 1)),
          FieldType.p.name(),
          Integer.parseInt(position.substring(1)));
    }

    int number() {
      return Integer.parseInt(argument);
    }

    /** The value of a yes-or-no feature that is yes. */
    String binaryKey() {
      return place.replace("_", "") + ":" + argument;
    }
  }

  static Template of(CommonFeatureTemplate template) {
    List<Part> parts = new ArrayList<>();
    for (CommonFeatureToken token : template.getFeatureTokens()) {
      String place =
          token.getSource().name()
              + token.getOffset()
              + (token.hasRelation() ? "_" + token.getRelation() : "");
      Object value = token.getValue();
      parts.add(new Part(place, token.getField(), value == null ? "" : value.toString()));
    }
    return new Template(template.getFeatureType(), parts);
  }

  static List<String> write(List<Template> templates) {
    List<String> lines = new ArrayList<>();
    for (Template template : templates) {
      StringBuilder line = new StringBuilder(template.kind.name());
      for (Part part : template.parts) {
        line.append(' ').append(part.place).append(':').append(part.field);
        line.append('=').append(part.argument);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  static List<Template> read(List<String> lines) throws IOException {
    List<Template> templates = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      List<Part> parts = new ArrayList<>();
      for (int i = 1; i < words.length; i++) {
        int colon = words[i].indexOf(':');
        int equals = words[i].indexOf('=');
        if (colon < 0 || equals < colon) {
          throw new IOException("not a feature template: " + line);
        }
        parts.add(
            new Part(
                words[i].substring(0, colon),
                FieldType.valueOf(words[i].substring(colon + 1, equals)),
                words[i].substring(equals + 1)));
      }
      templates.add(new Template(FeatureType.valueOf(words[0]), parts));
    }
    return List.copyOf(templates);
  }

  /** The number that tells the features of one template from another's, as ClearNLP counts. */
  static int[] types(List<Template> templates) {
    int[] types = new int[templates.size()];
    int next = 1;
    for (int i = 0; i < types.length; i++) {
      types[i] = templates.get(i).kind == FeatureType.BINARY ? 0 : next++;
    }
    return types;
  }
}
