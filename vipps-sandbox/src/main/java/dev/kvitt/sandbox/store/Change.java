package dev.kvitt.sandbox.store;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One change of one shelf, as it is written.
 *
 * @param key JSON
 * @param value JSON, the whole of it; null = removed, or only the patch is known
 * @param patch what is written instead of the value: a {@link JsonPatch} of what was there before; null = none
 */
record Change(ShelfName shelf, byte[] key, byte[] value, byte[] patch) {

    /** Smaller values are always written whole. */
    static final int WORTH_A_PATCH_BYTES = 512;

    static Change whole(ShelfName shelf, byte[] key, byte[] value) {
        return new Change(shelf, key, value, null);
    }

    static Change removed(ShelfName shelf, byte[] key) {
        return new Change(shelf, key, null, null);
    }

    /** The same, written as patch if that is shorter. */
    Change after(byte[] before) {
        byte[] shorter = JsonPatch.between(before, value);
        return shorter.length < value.length ? new Change(shelf, key, value, shorter) : this;
    }

    /**
     * What shall be there then; empty = nothing.
     *
     * @param before null if nothing is there; only asked for a patch
     */
    Optional<byte[]> on(Supplier<byte[]> before) {
        if (patch == null || value != null) {
            return Optional.ofNullable(value);
        }
        try {
            byte[] known = before.get();
            if (known == null) {
                throw new IllegalArgumentException("there is none");
            }
            return Optional.of(JsonPatch.apply(known, patch));
        } catch (IllegalArgumentException e) {
            throw new StateFileException(
                    "The state file changes a part of a record on the shelf \"" + shelf + "\" which is not as it must "
                            + "have been (" + e.getMessage() + "): lines are missing or were changed. "
                            + "Put a copy of the file back, or move the file away to start empty.",
                    e);
        }
    }
}
