package dev.kvitt.payment.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Who may ask over HTTP, and how much. Without any token nobody may. */
@ConfigMapping(prefix = "kvitt.api")
interface ApiConfig {

    /**
     * Whether tills may begin sales and ask for other attempts; false: both are answered 503, as long as replicas run that do not
     * read {@code pos.http} yet. What has begun goes on: customers, confirmations, cancels and refunds are accepted.
     */
    @WithDefault("true")
    boolean acceptRequests();

    /** Bearer token for looking at the sales of every sales unit, and for nothing else: the installation's own; at least 16 characters. */
    Optional<String> token();

    /** For some sales units or tills, by a name of the operator's choice. */
    Map<String, Scoped> tokens();

    /** An issuer of signed tokens that is trusted beside the tokens above; absent: none is. */
    Optional<Oidc> oidc();

    /**
     * For how long that issuer's keys go on being good while it cannot be reached; what they have signed must be good until now
     * all the same.
     */
    @WithDefault("PT1H")
    Duration oidcKeysKept();

    /** Requests a minute of one token, in each process; more are answered 429. */
    @WithDefault("6000")
    int requestsPerMinute();

    /** Of those, what one till may ask for a minute, in each process; more are answered 429. */
    @WithDefault("600")
    int tillRequestsPerMinute();

    /** Requests that wait for news at once, in each process; more are answered 503. */
    @WithDefault("1000")
    int mostWaiting();

    /** Of those, what one token may wait for at once, in each process; more are answered 503. */
    @WithDefault("500")
    int mostWaitingOfOne();

    /** For how long what tills were told is kept for those that come back. */
    @WithDefault("P3D")
    Duration newsKept();

    /** How long a till may take to acknowledge that a sale is reserved or paid. */
    @WithDefault("PT60S")
    Duration acknowledgeWithin();

    /** An issuer of OpenID Connect; what its tokens are good for stands in their claims. */
    interface Oidc {

        /** Where its public keys are, as a JWKS. */
        URI jwksUrl();

        /** Its name, exactly as in the claim {@code iss}. */
        String issuer();

        /** What must stand in the claim {@code aud}, so that tokens for others are none for us. */
        String audience();
    }

    /** A token and what it is good for. */
    interface Scoped {

        /** Bearer token, at least 16 characters. */
        String token();

        /** Merchant serial numbers that this token is good for. */
        Set<String> salesUnits();

        /** Tills of those sales units that this token is good for, by their ids in the registry; absent: all of them. */
        Optional<Set<String>> tills();

        /** What may be done with it: read, sell, refund. */
        @WithDefault("read,sell")
        Set<Permission> permissions();

        /** What each till may have paid back in a day, in minor units; must be given with the permission refund, and only then. */
        OptionalLong refundLimit();

        /** Requests a minute of this token, in each process; absent: as for all. */
        OptionalInt requestsPerMinute();
    }
}
