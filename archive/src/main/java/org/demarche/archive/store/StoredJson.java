package org.demarche.archive.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Set;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.press.page.PressArticle;

/**
 * Records as JSON columns. What a newer Demarche has added to a record is passed over by an older
 * one, and is empty where an older one wrote it.
 */
final class StoredJson {
  private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addMixIn(When.class, WhenBasis.class)
          .addMixIn(Where.class, WhereBasis.class)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .withConfigOverride(String.class, o -> o.setSetterInfo(EMPTY))
          .withConfigOverride(List.class, o -> o.setSetterInfo(EMPTY))
          .withConfigOverride(Set.class, o -> o.setSetterInfo(EMPTY))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "basis")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = When.Stated.class, name = "stated"),
    @JsonSubTypes.Type(value = When.AssumedPublished.class, name = "published"),
    @JsonSubTypes.Type(value = When.Unstated.class, name = "unknown")
  })
  private interface WhenBasis {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "basis")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Where.Stated.class, name = "stated"),
    @JsonSubTypes.Type(value = Where.Filed.class, name = "dateline"),
    @JsonSubTypes.Type(value = Where.Unstated.class, name = "unstated")
  })
  private interface WhereBasis {}

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for " + value.getClass(), e);
    }
  }

  <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new ArchiveException(
          "a " + type.getSimpleName() + " in the archive cannot be read: " + e.getMessage(), e);
    }
  }

  /** A page but for its text, which stands in a column of its own. */
  String withoutText(PressArticle page) {
    ObjectNode tree = mapper.valueToTree(page);
    ((ObjectNode) tree.get("article")).remove("text");
    return write(tree);
  }

  PressArticle page(String json, String text) {
    try {
      ObjectNode tree = (ObjectNode) mapper.readTree(json);
      ((ObjectNode) tree.get("article")).put("text", text);
      return mapper.treeToValue(tree, PressArticle.class);
    } catch (JsonProcessingException e) {
      throw new ArchiveException("an article in the archive cannot be read: " + e.getMessage(), e);
    }
  }
}
