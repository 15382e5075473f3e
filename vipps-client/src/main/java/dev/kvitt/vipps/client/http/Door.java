package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsEnvironment;
import java.time.InstantSource;

/** One set of credentials with its token. */
final class Door {
    private final Credentials credentials;
    private final GuardedTransport transport;
    private final AccessTokens tokens;

    Door(Credentials credentials, GuardedTransport transport, VippsEnvironment environment, InstantSource clock) {
        this.credentials = credentials;
        this.transport = transport;
        this.tokens = new AccessTokens(
                new TokenRequest(credentials, transport, clock)::fetch, clock, environment.tokenPause());
    }

    /** Sends once, or twice where Vipps no longer accepts a token we had. */
    Attempt attempt(Call call) {
        boolean mayBeOld = tokens.isAtHand();
        Attempt attempt = once(call);
        return mayBeOld && attempt.isUnauthorized() ? once(call) : attempt;
    }

    private Attempt once(Call call) {
        TokenResult result = tokens.current();
        if (!(result instanceof TokenResult.Granted(AccessToken token))) {
            return new Attempt.WithoutToken(result);
        }
        Attempt attempt = new Attempt.Tried(transport.send(call, credentials.request(call, token)));
        if (attempt.isUnauthorized()) {
            tokens.reject(token);
        }
        return attempt;
    }
}
