package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.VippsError.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Asks for one access token. */
final class TokenRequest {
    private final Credentials credentials;
    private final GuardedTransport transport;
    private final Duration limit;
    private final InstantSource clock;

    /** @param limit how long to wait for the whole answer */
    TokenRequest(Credentials credentials, GuardedTransport transport, Duration limit, InstantSource clock) {
        this.credentials = credentials;
        this.transport = transport;
        this.limit = limit;
        this.clock = clock;
    }

    TokenResult fetch() {
        Instant asked = clock.instant();
        return switch (transport.sendForToken(credentials.tokenCall(), credentials.tokenRequest(), limit)) {
            case Transmission.NotSent notSent ->
                new TokenResult.Unavailable(VippsError.notSent(Stage.NOT_SENT, notSent.why()), notSent.retryAfter());
            case Transmission.Lost lost ->
                unavailable(VippsError.notSent(Stage.ACCESS_TOKEN, "No access token: " + lost.why()));
            case Transmission.Answered answer -> answered(answer, asked);
        };
    }

    private TokenResult answered(Transmission.Answered answer, Instant asked) {
        if (answer.isSuccess()) {
            return granted(answer, asked);
        }
        VippsError error = ErrorAnswer.read(Stage.ACCESS_TOKEN, answer);
        boolean denied = error.isAboutCredentials();
        return denied
                ? new TokenResult.Denied(error)
                : new TokenResult.Unavailable(error, RetryAfter.of(answer.headers(), clock.instant()));
    }

    private static TokenResult granted(Transmission.Answered answer, Instant asked) {
        try {
            return new TokenResult.Granted(AccessTokenAnswer.read(answer.body(), asked));
        } catch (UnreadableAnswer unreadable) {
            return unavailable(VippsError.notSent(Stage.ACCESS_TOKEN, "No access token: " + unreadable.getMessage()));
        }
    }

    private static TokenResult unavailable(VippsError error) {
        return new TokenResult.Unavailable(error, Optional.empty());
    }
}
