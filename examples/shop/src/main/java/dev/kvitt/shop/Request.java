package dev.kvitt.shop;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something asked of Kvitt, written down before it is sent.
 *
 * @param path behind the sale's own: empty for its opening
 * @param key the Idempotency-Key: the same whenever this is sent again
 * @param body as it was sent; nothing personal is in it but sealed
 * @param state what came of it
 */
record Request(String path, String key, JsonNode body, State state) {

    enum State {
        /** Kvitt may have it or not: it is sent again until one of the others is known. */
        UNSENT,
        ACCEPTED,
        /** Kvitt's HTTP door did not take it: nothing was done. */
        NOT_ACCEPTED
    }

    Request with(State now) {
        return new Request(path, key, body, now);
    }

    boolean isUnsent() {
        return state == State.UNSENT;
    }
}
