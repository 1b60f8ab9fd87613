package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.component.mode.dep.DEPConfiguration;
import edu.emory.clir.clearnlp.component.mode.dep.DEPFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.dep.EnglishDEPParser;
import edu.emory.clir.clearnlp.component.mode.morph.EnglishMPAnalyzer;
import edu.emory.clir.clearnlp.component.utils.CFlag;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.demarche.coder.data.CacheFolder;

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
  private final EnglishMPAnalyzer lemmatiser;
  private final Lemmas lemmas = new Lemmas();
  private final ArcFeatures arcs;
  private final EnglishDEPParser parser;

  private ClearNlpParser(
      Tagger tagger, EnglishMPAnalyzer lemmatiser, LinearModel model, Clusters clusters) {
    this.tagger = tagger;
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
    CompletableFuture<EnglishMPAnalyzer> lemmatiser =
        CompletableFuture.supplyAsync(EnglishMPAnalyzer::new);
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
    DEPTree tree = new DEPTree(sentence.size());
    for (Token token : sentence.tokens()) {
      tree.add(new DEPNode(token.index() + 1, word(token.form())));
    }
    tagger.process(tree);
    lemmatiser.process(tree);
    return new Tags(sentence, tree);
  }

  private static String word(String form) {
    String word = Plain.word(form);
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }

  /** By the tag and, for what stands behind an apostrophe, by the words around. */
  @Override
  public Set<String> lemmas(String form) {
    String word = word(form);
    // other tags leave a word as it is
    List<String> tags =
        tagger.tags().stream().filter(t -> INFLECTED.stream().anyMatch(t::startsWith)).toList();
    DEPTree tree = new DEPTree(tags.size());
    for (int i = 0; i < tags.size(); i++) {
      DEPNode node = new DEPNode(i + 1, word);
      node.setPOSTag(tags.get(i));
      tree.add(node);
    }
    lemmatiser.process(tree);
    Set<String> found = new HashSet<>();
    for (int i = 1; i < tree.size(); i++) {
      found.add(lemma(tree.get(i)));
    }
    if (word.indexOf('\'') >= 0) {
      found.addAll(CONTRACTED);
    }
    return found;
  }

  /** A tagged sentence; each parse works on a copy, since ClearNLP's trees change. */
  private final class Tags implements Tagged {
    private final Sentence sentence;
    private final DEPTree tree;
    private final String[] lemmas;

    Tags(Sentence sentence, DEPTree tree) {
      this.sentence = sentence;
      this.tree = tree;
      this.lemmas = new String[sentence.size()];
      for (int i = 0; i < lemmas.length; i++) {
        lemmas[i] = ClearNlpParser.this.lemma(tree.get(i + 1));
      }
    }

    @Override
    public Sentence sentence() {
      return sentence;
    }

    @Override
    public String pos(int token) {
      return tree.get(token + 1).getPOSTag();
    }

    @Override
    public String lemma(int token) {
      return lemmas[token];
    }

    @Override
    public DependencyTree parse() {
      DEPTree parsed = arcs.words(tree);
      parser.process(parsed);
      List<DependencyTree.Node> nodes = new ArrayList<>(sentence.size());
      for (Token token : sentence.tokens()) {
        DEPNode node = parsed.get(token.index() + 1);
        int head = node.getHead() == null ? DependencyTree.ROOT : node.getHead().getID() - 1;
        nodes.add(
            new DependencyTree.Node(
                token.index(),
                token.form(),
                lemmas[token.index()],
                node.getPOSTag(),
                head,
                node.getLabel() == null ? "dep" : node.getLabel()));
      }
      return new DependencyTree(sentence, nodes);
    }
  }

  /** ClearNLP writes classes such as {@code #crd#} for numbers and 0 for runs of digits. */
  private String lemma(DEPNode node) {
    String lemma = node.getLemma();
    boolean isClass = lemma.startsWith("#") && lemma.endsWith("#") && lemma.length() > 2;
    return isClass || lemma.indexOf('0') >= 0
        ? node.getWordForm().toLowerCase(Locale.ROOT)
        : lemmas.of(lemma, node.getPOSTag(), node.getWordForm().toLowerCase(Locale.ROOT));
  }
}
