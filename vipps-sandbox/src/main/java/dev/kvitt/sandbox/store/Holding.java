package dev.kvitt.sandbox.store;

import java.util.function.BiConsumer;

/** Where the values of a shelf lie in memory. Changed by one thread at a time, read by any. */
interface Holding<K, V> {

    /** Null if there is none. */
    V get(K key);

    boolean contains(K key);

    /** @param json the value as it is written; no reference to the array is kept */
    void put(K key, byte[] json);

    void remove(K key);

    int size();

    /** Length of all values as JSON. */
    long bytes();

    /** A value as JSON; null if there is none. */
    byte[] json(K key);

    /** All that were there when it was called, if they are still there. */
    void each(BiConsumer<K, V> reader);

    /** The same, as JSON. */
    void eachJson(BiConsumer<K, byte[]> reader);
}
