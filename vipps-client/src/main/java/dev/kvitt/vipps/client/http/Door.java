package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.VippsError.Stage;
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
        return mayBeOld && attempt.isUnauthorized() ? once(call, deadline).after(attempt) : attempt;
    }

    private Attempt once(Call call, Deadline deadline) {
        return switch (tokens.current(deadline)) {
            case TokenResult.Granted(AccessToken token) when deadline.leavesTime() -> send(call, token, deadline);
            case TokenResult.Granted _ ->
                new Attempt.Late(VippsError.notSent(
                        Stage.NOT_SENT,
                        "too little of the call's time was left when there was an access token for it"));
            case TokenResult.Unavailable unavailable when deadline.isOver() -> new Attempt.Late(unavailable.error());
            case TokenResult none -> new Attempt.WithoutToken(none);
        };
    }

    private Attempt send(Call call, AccessToken token, Deadline deadline) {
        Attempt attempt = new Attempt.Tried(transport.send(call, credentials.request(call, token), deadline.left()));
        if (attempt.isUnauthorized()) {
            tokens.reject(token);
        }
        return attempt;
    }
}
