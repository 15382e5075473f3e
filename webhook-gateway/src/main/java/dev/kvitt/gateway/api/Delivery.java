package dev.kvitt.gateway.api;

import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import java.time.Instant;

/**
 * A request as it came.
 *
 * @param token the last part of the path, whatever it is
 * @param traceparent absent or whatever it is
 * @param body raw bytes
 * @param arrived when the whole of it was here
 */
record Delivery(String token, SignatureHeaders signature, String traceparent, byte[] body, Instant arrived) {

    /** Nothing: it may all be secret or personal. */
    @Override
    public String toString() {
        return "Delivery(hidden)";
    }
}
