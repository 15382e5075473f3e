package dev.kvitt.sandbox.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Values as objects, in the order in which they first came. For shelves that stay small. */
final class OpenHolding<K, V> implements Holding<K, V> {

    private final Class<V> type;
    private final Map<K, V> values = new LinkedHashMap<>();
    private final Map<K, Integer> lengths = new HashMap<>();
    private long bytes;

    OpenHolding(Class<V> type) {
        this.type = type;
    }

    @Override
    public synchronized V get(K key) {
        return values.get(key);
    }

    @Override
    public synchronized boolean contains(K key) {
        return values.containsKey(key);
    }

    @Override
    public void put(K key, byte[] json) {
        // Read back, so that a sandbox that was never restarted behaves like one that was.
        V value = StateJson.read(json, type);
        synchronized (this) {
            values.put(key, value);
            Integer before = lengths.put(key, json.length);
            bytes += json.length - (before == null ? 0 : before);
        }
    }

    @Override
    public synchronized void remove(K key) {
        values.remove(key);
        Integer before = lengths.remove(key);
        bytes -= before == null ? 0 : before;
    }

    @Override
    public synchronized int size() {
        return values.size();
    }

    @Override
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public byte[] json(K key) {
        V value = get(key);
        return value == null ? null : StateJson.bytes(value);
    }

    @Override
    public void each(BiConsumer<K, V> reader) {
        copy().forEach(reader);
    }

    @Override
    public void eachJson(BiConsumer<K, byte[]> reader) {
        copy().forEach((key, value) -> reader.accept(key, StateJson.bytes(value)));
    }

    private synchronized Map<K, V> copy() {
        return new LinkedHashMap<>(values);
    }
}
