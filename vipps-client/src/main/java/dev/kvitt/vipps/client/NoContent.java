package dev.kvitt.vipps.client;

/** The answer of a call whose success says everything, such as a deletion. */
public record NoContent() {}
