package dev.kvitt.vipps.client.http;

import java.time.Instant;

/**
 * A bearer token.
 *
 * @param value opaque; hidden by {@code toString}
 * @param useUntil when to fetch a new one, which is a margin before it runs out
 */
record AccessToken(String value, Instant useUntil) {
    @Override
    public String toString() {
        return "AccessToken[useUntil=" + useUntil + "]";
    }
}
