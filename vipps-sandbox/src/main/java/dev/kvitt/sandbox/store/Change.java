package dev.kvitt.sandbox.store;

/**
 * One change of one shelf, as it is written.
 *
 * @param key JSON
 * @param value JSON; null = removed
 */
record Change(ShelfName shelf, byte[] key, byte[] value) {}
