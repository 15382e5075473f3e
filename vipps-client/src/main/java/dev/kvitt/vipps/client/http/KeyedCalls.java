package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.AccountingKeys;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.VippsError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes one owner's calls: token, headers, one refresh of a token Vipps no longer accepts, and the verdict. */
public final class KeyedCalls implements Calls {
    private final Credentials credentials;
    private final LoggedTransport transport;
    private final AccessTokens tokens;
    private final Verdict verdict;

    private KeyedCalls(Credentials credentials, Transport transport, InstantSource clock) {
        this.credentials = credentials;
        this.transport = new LoggedTransport(transport);
        this.tokens = new AccessTokens(new TokenRequest(credentials, this.transport, clock)::fetch, clock);
        this.verdict = new Verdict(clock);
    }

    /** Calls of a sales unit. */
    public static Calls of(VippsEnvironment environment, SalesUnitKeys keys, Transport transport, InstantSource clock) {
        var headers = new RequestHeaders(environment);
        var credentials =
                new SalesUnitCredentials(headers, keys, keys.subscriptionKeys().getFirst());
        return new KeyedCalls(credentials, transport, clock);
    }

    /** Calls of an accounting system. */
    public static Calls of(
            VippsEnvironment environment, AccountingKeys keys, Transport transport, InstantSource clock) {
        return new KeyedCalls(new AccountingCredentials(new RequestHeaders(environment), keys), transport, clock);
    }

    @Override
    public <T> Outcome<T> make(Call call, AnswerReader<T> reader) {
        return make(call, reader, true);
    }

    /** A 401 is given before the operation is looked at, so the same request may be sent again under its key. */
    private <T> Outcome<T> make(Call call, AnswerReader<T> reader, boolean mayRefresh) {
        return switch (tokens.current()) {
            case TokenResult.Denied(VippsError error) -> new Outcome.Refused<>(error);
            case TokenResult.Unavailable(VippsError error, Optional<Duration> wait) -> new Outcome.Busy<>(error, wait);
            case TokenResult.Granted(AccessToken token) -> {
                Transmission result = transport.send(call, credentials.request(call, token));
                if (isUnauthorized(result)) {
                    tokens.reject(token);
                    if (mayRefresh) {
                        yield make(call, reader, false);
                    }
                }
                yield verdict.on(result, reader);
            }
        };
    }

    private static boolean isUnauthorized(Transmission result) {
        return result instanceof Transmission.Answered answer && answer.status() == 401;
    }
}
