package org.demarche.coder.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.Engine;
import org.demarche.coder.code.CodebookCheck;
import org.demarche.coder.event.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in codebook, as data. */
class CodebookTest {
  private static Codebook codebook() {
    return Engine.coder().codebook();
  }

  private static Set<String> words(String list) {
    return Engine.words(CodebookTest.class, list);
  }

  @Test
  void isBroad() {
    assertThat(codebook().rules()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(codebook().rules().stream().map(Rule::type).collect(Collectors.toSet()))
        .as("every type has rules")
        .containsExactlyInAnyOrderElementsOf(words("plover-types.txt"));
  }

  /**
   * Counted low: a predicate with the names of the slots it asks for, whatever they may hold; two
   * sets of nouns in one slot are one frame.
   */
  @Test
  void hasManyDistinctFrames() {
    Set<List<Object>> frames = new HashSet<>();
    for (Rule rule : codebook().rules()) {
      for (Frame frame : rule.frames()) {
        Set<String> slots = new TreeSet<>(frame.conditions().keySet());
        frame.act().ifPresent(a -> slots.add("act"));
        frame.verbs().forEach(v -> frames.add(List.of("verb", v, slots)));
        frame.nouns().forEach(n -> frames.add(List.of("noun", n, slots)));
        frame.adjectives().forEach(a -> frames.add(List.of("adj", a, slots)));
      }
    }
    assertThat(frames).hasSizeGreaterThanOrEqualTo(1200);
    assertThat(codebook().frames()).isGreaterThanOrEqualTo(frames.size());
  }

  @Test
  void everyRuleShowsWhatItYields() {
    assertThat(codebook().rules())
        .allMatch(r -> r.examples().stream().anyMatch(e -> !e.events().isEmpty()))
        .allMatch(r -> r.examples().stream().noneMatch(e -> e.text().isBlank()))
        .allMatch(r -> !r.frames().isEmpty());
  }

  @Test
  void knowsOnlyCodesOfCameoAndPlover() {
    Set<String> codes = words("cameo-codes.txt");
    Set<String> contexts = words("plover-contexts.txt");
    Set<String> types = words("plover-types.txt");
    Ontology ontology = new Ontology();
    for (Rule rule : codebook().rules()) {
      assertThat(codes).as("CAMEO code of %s", rule).contains(rule.cameo());
      assertThat(contexts).as("contexts of %s", rule).containsAll(rule.contexts());
      assertThat(types).as("type of %s", rule).contains(rule.type());
      assertThat(ontology.goldstein(rule.cameo())).as("Goldstein of %s", rule).isPresent();
      assertThat(ontology.quad(rule.type())).as("quad of %s", rule).isPresent();
      for (Frame frame : rule.frames()) {
        frame
            .act()
            .filter(ActCondition.Types.class::isInstance)
            .map(ActCondition.Types.class::cast)
            .ifPresent(a -> assertThat(types).as("acts of %s", rule).containsAll(a.types()));
      }
    }
    assertThat(contexts).containsAll(codebook().contexts().keySet());
  }

  @Test
  void shiftsLeadToKnownCodes() {
    Set<String> codes = words("cameo-codes.txt");
    Set<String> types = words("plover-types.txt");
    assertThat(codebook().shifts()).isNotEmpty();
    for (Shift shift : codebook().shifts()) {
      assertThat(types).as("%s", shift).contains(shift.to()).containsAll(shift.from());
      assertThat(codes).as("%s", shift).contains(shift.cameo());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"actors", "codebook"})
  void filesAreListedAsTheyLie(String folder) throws URISyntaxException, IOException {
    Path list =
        Path.of(
            Objects.requireNonNull(
                    CodebookTest.class.getResource("/org/demarche/coder/" + folder + "/files.txt"))
                .toURI());
    Path root = Objects.requireNonNull(list.getParent());
    try (Stream<Path> files = Files.walk(root)) {
      List<String> lying =
          files
              .filter(p -> p.toString().endsWith(".yaml"))
              .map(p -> root.relativize(p).toString().replace('\\', '/'))
              .toList();
      assertThat(Files.readAllLines(list))
          .filteredOn(l -> !l.isBlank())
          .containsExactlyInAnyOrderElementsOf(lying);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Every example of every rule gives just what it says. */
  @Test
  void examplesHold() {
    CodebookCheck.Result result = new CodebookCheck(Engine.coder()).run();
    assertThat(result.rules()).isEqualTo(codebook().rules().size());
    assertThat(result.examples()).isGreaterThanOrEqualTo(result.rules());
    assertThat(result.failures()).isEmpty();
  }
}
