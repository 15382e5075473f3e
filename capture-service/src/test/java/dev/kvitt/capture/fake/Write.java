package dev.kvitt.capture.fake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request that wants to change something.
 *
 * @param kind create, capture, cancel or refund
 */
public record Write(String kind, String reference, String key, JsonNode body) {}
