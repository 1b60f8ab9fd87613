package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.classification.prediction.StringPrediction;
import edu.emory.clir.clearnlp.classification.vector.StringFeatureVector;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;

/** Scores the parser's transitions with sparse weights; ClearNLP picks among them as ever. */
final class ArcModel extends StringModel {
  private static final long serialVersionUID = 1;

  private final transient SparseWeights weights;

  ArcModel(SparseWeights weights) {
    super(false);
    this.weights = weights;
  }

  @Override
  public String[] getLabels() {
    return weights.labels().toArray(new String[0]);
  }

  @Override
  public int getLabelSize() {
    return weights.labels().size();
  }

  @Override
  public StringPrediction getPrediction(int label, double score) {
    return new StringPrediction(weights.labels().get(label), score);
  }

  @Override
  public double[] getScores(StringFeatureVector features) {
    return ((FeatureNames) features).scores(weights);
  }

  @Override
  public double[] getScores(StringFeatureVector features, int[] include) {
    // The labels left out get scores too, but nobody reads them.
    return getScores(features);
  }

  @Override
  public void save(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(ArcModel.class.getName());
  }
}
