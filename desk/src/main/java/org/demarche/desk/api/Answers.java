package org.demarche.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers in JSON, each with an ETag of what it says. Thread-safe. */
@Component
final class Answers {
  private final JsonMapper mapper = new JsonMapper();

  /** An object to fill. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode strings(Iterable<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  /** Nothing but 304 where the caller has it already. */
  ResponseEntity<byte[]> json(JsonNode answer, WebRequest request) {
    byte[] body = bytes(answer);
    String tag = tag(body);
    if (request.checkNotModified(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
        .eTag(tag)
        .body(body);
  }

  /**
   * A page of a list.
   *
   * @param next where the next page begins; empty where this is the last
   */
  ResponseEntity<byte[]> page(
      List<? extends JsonNode> items, Optional<Cursor> next, WebRequest request) {
    return page(items, next, object(), request);
  }

  /** The same with what {@code more} says beside the items. */
  ResponseEntity<byte[]> page(
      List<? extends JsonNode> items, Optional<Cursor> next, ObjectNode more, WebRequest request) {
    ObjectNode answer = object();
    answer.putArray("items").addAll(items);
    answer.put("next", next.map(Cursor::toString).orElse(null));
    answer.setAll(more);
    ResponseEntity<byte[]> plain = json(answer, request);
    if (next.isEmpty()) {
      return plain;
    }
    String link =
        ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("cursor", next.get().toString())
            .encode()
            .toUriString();
    return ResponseEntity.status(plain.getStatusCode())
        .headers(h -> h.addAll(plain.getHeaders()))
        .header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"")
        .body(plain.getBody());
  }

  /** Something that has been made. */
  ResponseEntity<byte[]> made(JsonNode answer) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(bytes(answer));
  }

  /**
   * What a program sent.
   *
   * @throws ProblemException when it is no JSON object
   */
  ObjectNode read(byte[] body) {
    try {
      if (mapper.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (java.io.IOException e) {
      // Said below.
    }
    throw ProblemException.of(
        HttpStatus.BAD_REQUEST, "The body cannot be understood", "It must be a JSON object.");
  }

  private byte[] bytes(JsonNode answer) {
    try {
      return mapper.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON that cannot be written", e);
    }
  }

  private static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, 16)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
