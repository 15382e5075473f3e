package dev.kvitt.sandbox.api;

/**
 * A request body.
 *
 * @param fingerprint equal for equal JSON values
 */
record ParsedBody<T>(T value, String fingerprint) {}
