package org.demarche.coder.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One trained model of ClearNLP in compact form.
 *
 * @param classes the tags that each known word takes; empty but for the tagger
 */
record LinearModel(List<Template> templates, Map<String, String> classes, SparseWeights weights) {
  LinearModel {
    templates = List.copyOf(templates);
    classes = Map.copyOf(classes);
  }

  void write(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, Template.write(templates));
    List<String> words = List.copyOf(classes.keySet());
    ModelFile.writeStrings(out, words);
    ModelFile.writeStrings(out, words.stream().map(classes::get).toList());
    weights.write(out);
  }

  static LinearModel read(ByteBuffer in) throws IOException {
    List<Template> templates = Template.read(ModelFile.readStrings(in));
    List<String> words = ModelFile.readStrings(in);
    List<String> tags = ModelFile.readStrings(in);
    if (words.size() != tags.size()) {
      throw new IOException(words.size() + " words, " + tags.size() + " classes");
    }
    Map<String, String> classes = new HashMap<>(words.size() * 2);
    for (int i = 0; i < words.size(); i++) {
      classes.put(words.get(i), tags.get(i));
    }
    return new LinearModel(templates, classes, SparseWeights.read(in));
  }
}
