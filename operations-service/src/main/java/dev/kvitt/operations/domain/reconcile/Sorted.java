package dev.kvitt.operations.domain.reconcile;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;

/** A stream that can be looked into and that proves to be sorted: in an unsorted one, differences would be invented. */
final class Sorted<T> {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::msn).thenComparing(Key::reference).thenComparing(Key::pspReference);

    private final Iterator<? extends T> items;
    private final Function<T, Key> keys;
    private T next;
    private Key key;
    private long count;

    /** By the bytes of the texts, as PostgreSQL's collation "C". */
    record Key(String msn, String reference, String pspReference) {
        boolean isOf(Key other) {
            return msn.equals(other.msn) && reference.equals(other.reference);
        }
    }

    Sorted(Iterator<? extends T> items, Function<T, Key> keys) {
        this.items = items;
        this.keys = keys;
        advance();
    }

    boolean isEmpty() {
        return next == null;
    }

    /** Where it stands; only when not empty. */
    Key key() {
        return key;
    }

    boolean isAt(Key group) {
        return next != null && key.isOf(group);
    }

    T take() {
        T taken = next;
        advance();
        return taken;
    }

    long count() {
        return count;
    }

    static int compare(Key one, Key other) {
        return ORDER.compare(one, other);
    }

    private void advance() {
        if (!items.hasNext()) {
            next = null;
            return;
        }
        next = items.next();
        Key before = key;
        key = keys.apply(next);
        count++;
        if (before != null && compare(before, key) > 0) {
            throw new IllegalArgumentException("not sorted: " + key + " comes after " + before);
        }
    }
}
