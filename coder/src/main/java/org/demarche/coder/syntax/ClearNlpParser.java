package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.component.mode.dep.DEPConfiguration;
import edu.emory.clir.clearnlp.component.mode.dep.DEPFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.dep.EnglishDEPParser;
import edu.emory.clir.clearnlp.component.utils.CFlag;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.demarche.coder.data.CacheFolder;
import org.demarche.coder.syntax.Lemmatiser.Lemma;

/**
 * ClearNLP's tagger, lemmatiser and dependency parser for English, with the same arithmetic and so
 * the same trees, but its own compact models. Thread-safe.
 *
 * <p>Labels are ClearNLP's ({@code nsubj}, {@code nsubjpass}, {@code dobj}, {@code agent}, {@code
 * prep}, {@code pobj}, ...); the root's label is {@code root}. A tree of something that is not a
 * sentence may have several roots. Lemmas are lower case; numbers, ordinals and addresses have
 * their lower-case form for a lemma. Typographic quotes and dashes are tagged as their ASCII forms.
 */
public final class ClearNlpParser implements Parser {
  static final String CLUSTERS = "brown-rcv1.clean.tokenized-CoNLL03.txt-c1000-freq1.txt.xz";
  private static final String TAGGER = "general-en-pos.xz";
  private static final String PARSER = "general-en-dep.xz";

  /** What the cache is made of. */
  static final List<String> MODELS = List.of(CLUSTERS, TAGGER, PARSER);

  /** The tagger looks at no more than this many characters of a word. */
  private static final int LONGEST_WORD = 60;

  /** What <em>'s, 'd, n't</em> and the like may stand for. */
  private static final Set<String> CONTRACTED =
      Set.of("be", "have", "do", "will", "would", "not", "us", "'s", "can", "shall", "let");

  /** What tags of words begin with that have other forms than their lemma, and one that has not. */
  private static final List<String> INFLECTED = List.of("V", "N", "J", "R", "M", "IN");

  private final Tagger tagger;

  /** The tags of words that may have other forms than their lemma, and one of the others. */
  private final List<String> inflected;

  private final Lemmatiser lemmatiser;
  private final ArcFeatures arcs;
  private final EnglishDEPParser parser;

  private ClearNlpParser(
      Tagger tagger, Lemmatiser lemmatiser, LinearModel model, Clusters clusters) {
    this.tagger = tagger;
    this.inflected =
        tagger.tags().stream().filter(t -> INFLECTED.stream().anyMatch(t::startsWith)).toList();
    this.lemmatiser = lemmatiser;
    this.arcs = new ArcFeatures(model.templates(), clusters);
    this.parser =
        new EnglishDEPParser(
            new DEPConfiguration("root"),
            new DEPFeatureExtractor[] {arcs},
            null,
            new StringModel[] {new ArcModel(model.weights())},
            false);
    parser.setFlag(CFlag.DECODE);
  }

  /**
   * Loads the models from the class path, by way of the cache in {@code $DEMARCHE_CACHE} or else
   * {@code ~/.cache/demarche}: 0.3 s and 130 MB of heap. The first time makes the cache: some 12 s
   * and 700 MB of heap, which each start takes where the cache cannot be written.
   *
   * @throws java.io.UncheckedIOException if a model is missing or cannot be read
   */
  public static ClearNlpParser load() {
    return load(ModelCache.of(MODELS, CacheFolder.ofProcess()));
  }

  static ClearNlpParser load(ModelCache cache) {
    CompletableFuture<Lemmatiser> lemmatiser = CompletableFuture.supplyAsync(Lemmatiser::new);
    CompletableFuture<LinearModel> arcs = CompletableFuture.supplyAsync(() -> model(cache, PARSER));
    Clusters clusters =
        cache.load(
            "clusters.bin", Clusters::read, () -> OriginalModel.readClusters(CLUSTERS)::write);
    Tagger tagger = new Tagger(model(cache, TAGGER), clusters);
    try {
      return new ClearNlpParser(tagger, lemmatiser.join(), arcs.join(), clusters);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static LinearModel model(ModelCache cache, String resource) {
    return cache.load(
        resource.replace(".xz", ".bin"),
        LinearModel::read,
        () -> OriginalModel.read(resource)::write);
  }

  @Override
  public String version() {
    return "ClearNLP 3.2.0 general-en 3.2";
  }

  @Override
  public Tagged tag(Sentence sentence) {
    String[] words = new String[sentence.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(sentence.tokens().get(i).form());
    }
    String[] tags = tagger.tag(words);
    Lemma[] lemmas = new Lemma[words.length];
    for (int i = 0; i < words.length; i++) {
      lemmas[i] = lemmatiser.of(words[i], tags[i]);
    }
    return new Tags(sentence, words, tags, lemmas);
  }

  private static String word(String form) {
    String word = Plain.word(form);
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }

  /** By the tag and, for what stands behind an apostrophe, by the words around. */
  @Override
  public Set<String> lemmas(String form) {
    String word = word(form);
    Set<String> found = new HashSet<>(lemmatiser.all(word, inflected));
    if (word.indexOf('\'') >= 0) {
      found.addAll(CONTRACTED);
    }
    return found;
  }

  /** A tagged sentence. */
  private final class Tags implements Tagged {
    private final Sentence sentence;
    private final String[] words;
    private final String[] tags;
    private final Lemma[] lemmas;

    Tags(Sentence sentence, String[] words, String[] tags, Lemma[] lemmas) {
      this.sentence = sentence;
      this.words = words;
      this.tags = tags;
      this.lemmas = lemmas;
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }

    @Override
    public String pos(int token) {
      return tags[token];
    }

    @Override
    public String lemma(int token) {
      return lemmas[token].mended();
    }

    @Override
    public DependencyTree parse() {
      DEPTree parsed = arcs.words(words, tags, lemmas);
      parser.process(parsed);
      List<DependencyTree.Node> nodes = new ArrayList<>(sentence.size());
      for (Token token : sentence.tokens()) {
        DEPNode node = parsed.get(token.index() + 1);
        int head = node.getHead() == null ? DependencyTree.ROOT : node.getHead().getID() - 1;
        nodes.add(
            new DependencyTree.Node(
                token.index(),
                token.form(),
                lemmas[token.index()].mended(),
                tags[token.index()],
                head,
                node.getLabel() == null ? "dep" : node.getLabel()));
      }
      return new DependencyTree(sentence, nodes);
    }
  }
}
