package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.map.FeatureMap;
import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.collection.map.ObjectIntHashMap;
import edu.emory.clir.clearnlp.collection.pair.ObjectIntPair;
import edu.emory.clir.clearnlp.component.mode.pos.POSLexicon;
import edu.emory.clir.clearnlp.feature.AbstractFeatureExtractor;
import edu.emory.clir.clearnlp.feature.common.CommonFeatureTemplate;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/** Reads ClearNLP's models as they are shipped, to make compact ones of them. */
final class OriginalModel {
  private OriginalModel() {}

  /** Opens a packed resource of the class path. */
  static InputStream open(String resource) throws IOException {
    InputStream in = OriginalModel.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException("model " + resource + " is not on the class path");
    }
    return new BufferedInputStream(new XZInputStream(in), 1 << 16);
  }

  /** Reads a tagger's or parser's model. Takes some seconds and some 500 MB of heap. */
  static LinearModel read(String resource) throws IOException {
    FloatTap tap = new FloatTap(open(resource));
    try (ObjectInputStream in = new ObjectInputStream(tap)) {
      List<Template> templates = templates((Object[]) in.readObject());
      Object lexicon = in.readObject();
      Map<String, String> classes = new HashMap<>();
      if (lexicon instanceof POSLexicon) {
        ((Map<?, ?>) field(lexicon, POSLexicon.class, "ambiguity_class_features"))
            .forEach((word, tags) -> classes.put((String) word, (String) tags));
      }
      int models = in.readInt();
      if (models != 1) {
        throw new IOException(models + " models in " + resource + ", not 1");
      }
      StringModel model = new StringModel(in);
      // ClearNLP prints what goes wrong in there, and goes on without.
      if (model.getWeightVector() == null || model.getLabels() == null) {
        throw new IOException("the weights of " + resource + " cannot be read");
      }
      return new LinearModel(templates, classes, weights(model, tap));
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot read " + resource, e);
    }
  }

  /** Reads the Brown clusters. */
  static Clusters readClusters(String resource) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(open(resource))) {
      Map<String, List<String>> clusters = new HashMap<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) in.readObject()).entrySet()) {
        List<String> names = new ArrayList<>();
        for (Object name : (HashSet<?>) entry.getValue()) {
          names.add((String) name);
        }
        clusters.put((String) entry.getKey(), names);
      }
      return Clusters.of(clusters);
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot read " + resource, e);
    }
  }

  private static List<Template> templates(Object[] extractors)
      throws ReflectiveOperationException, IOException {
    if (extractors.length != 1) {
      throw new IOException(extractors.length + " feature extractors, not 1");
    }
    List<Template> templates = new ArrayList<>();
    Object list = field(extractors[0], AbstractFeatureExtractor.class, "f_templates");
    for (Object template : (List<?>) list) {
      templates.add(Template.of((CommonFeatureTemplate) template));
    }
    return templates;
  }

  private static SparseWeights weights(StringModel model, FloatTap tap)
      throws ReflectiveOperationException, IOException {
    int features = model.getFeatureSize();
    List<String> labels = Arrays.asList(model.getLabels());
    if (model.isBinaryLabel() || tap.length() != (long) features * labels.size()) {
      throw new IOException(
          tap.length() + " weights of " + features + " features, " + labels.size() + " labels");
    }
    long[] names = new long[features];
    List<?> types =
        (List<?>) field(field(model, StringModel.class, "m_features"), FeatureMap.class, "l_map");
    for (int type = 0; type < types.size(); type++) {
      for (ObjectIntPair<?> feature : (ObjectIntHashMap<?>) types.get(type)) {
        if (feature.i > 0 && feature.i < features) {
          names[feature.i] = FeatureHash.feature(type, (String) feature.o);
        }
      }
    }
    return SparseWeights.of(labels, names, tap.places(), tap.weights());
  }

  private static Object field(Object of, Class<?> type, String name)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
