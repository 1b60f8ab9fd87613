package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.dictionary.universal.DTEmoticon;
import edu.emory.clir.clearnlp.tokenization.AbstractTokenizer;
import edu.emory.clir.clearnlp.tokenization.EnglishTokenizer;
import edu.emory.clir.clearnlp.util.CharUtils;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.demarche.coder.data.Memo;

/**
 * ClearNLP's rules for tokens, in their two steps: each run between white space by itself, which
 * many patterns are tried on and which is remembered, and what is said of the runs together.
 * Without its list of emoticons, which holds "8" and "d:" and so makes "201|8" of 2018 and "sai|d:"
 * of "said:". Thread-safe.
 */
final class TokenRules {
  private static final int MOST_RUNS = 50_000;

  private final EnglishTokenizer rules = new EnglishTokenizer();
  private final Method one = method("tokenizeMetaInfo", List.class, String.class);
  private final Method all = method("finalize", List.class);
  private final Memo<String, List<String>> runs = new Memo<>(MOST_RUNS, this::ofRun);

  TokenRules() {
    try {
      Field emoticons = AbstractTokenizer.class.getDeclaredField("d_emoticon");
      emoticons.setAccessible(true);
      emoticons.set(rules, new NoEmoticons());
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static Method method(String name, Class<?>... parameters) {
    try {
      Method method = AbstractTokenizer.class.getDeclaredMethod(name, parameters);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static IllegalStateException unknown(ReflectiveOperationException e) {
    return new IllegalStateException("not the ClearNLP that we know", e);
  }

  /** The tokens of some characters; what it has changed of them is for the caller to find out. */
  List<String> tokens(String chars) {
    List<String> tokens = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= chars.length(); i++) {
      if (i == chars.length() || CharUtils.isWhiteSpace(chars.charAt(i))) {
        if (begin < i) {
          tokens.addAll(runs.of(chars.substring(begin, i)));
        }
        begin = i + 1;
      }
    }
    if (!tokens.isEmpty()) {
      call(all, tokens);
    }
    return tokens;
  }

  private List<String> ofRun(String run) {
    List<String> tokens = new ArrayList<>();
    call(one, tokens, run);
    return List.copyOf(tokens);
  }

  private void call(Method step, Object... arguments) {
    try {
      step.invoke(rules, arguments);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  /** What the rules themselves do with all of it at once, which must be the same. */
  List<String> undivided(String chars) {
    return rules.tokenize(chars);
  }

  private static final class NoEmoticons extends DTEmoticon {
    NoEmoticons() {
      super(InputStream.nullInputStream());
    }

    @Override
    public int[] getEmoticonRange(String s) {
      return null;
    }
  }
}
