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
                new TokenRequest(credentials, transport, environment.requestTimeout(), clock)::fetch,
                clock,
                environment.tokenPause());
    }

    /** Sends once, or twice where Vipps no longer accepts a token we had. */
    Attempt attempt(Call call, Deadline deadline) {
        boolean mayBeOld = tokens.isAtHand();
        Attempt attempt = once(call, deadline);
        return mayBeOld && attempt.isUnauthorized() ? once(call, deadline) : attempt;
    }

    private Attempt once(Call call, Deadline deadline) {
        TokenResult result = tokens.current(deadline);
        if (!(result instanceof TokenResult.Granted(AccessToken token))) {
            return new Attempt.WithoutToken(result);
        }
        if (!deadline.leavesTime()) {
            return new Attempt.Tried(Transmission.NotSent.byUs(
                    "Vipps took so long over the access token that no time was left for the call"));
        }
        Attempt attempt = new Attempt.Tried(transport.send(call, credentials.request(call, token), deadline.left()));
        if (attempt.isUnauthorized()) {
            tokens.reject(token);
        }
        return attempt;
    }
}
