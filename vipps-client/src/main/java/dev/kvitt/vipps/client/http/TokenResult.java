package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsError;
import java.time.Duration;
import java.util.Optional;

/** What came of asking for an access token. Without one, no call is sent, so there is no unknown case. */
sealed interface TokenResult {
    /** A token to use. */
    record Granted(AccessToken token) implements TokenResult {}

    /** The sales unit's keys were not accepted. */
    record Denied(VippsError error) implements TokenResult {}

    /** No token for now. */
    record Unavailable(VippsError error, Optional<Duration> retryAfter) implements TokenResult {}
}
