package dev.kvitt.payment.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.kvitt.events.Msn;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Tokens signed by an issuer of OpenID Connect that the installation trusts; nobody where none is set. */
@Startup
@Singleton
class SignedTokens {

    /** Signatures by keys that the issuer keeps to itself; never by a secret that both would know. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS512);

    private static final String BEARER = "Bearer ";
    private static final Duration SOON = Duration.ofSeconds(5);

    /** An access token says so (RFC 9068), or that it is a JWT, or nothing. */
    private static final JOSEObjectType[] TYPES = {
        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null
    };

    private final Optional<JWKSource<SecurityContext>> keys;
    private final Optional<DefaultJWTProcessor<SecurityContext>> processor;
    private final int requestsPerMinute;

    SignedTokens(ApiConfig config) {
        this.keys = config.oidc().map(oidc -> keys(oidc, config.oidcKeysKept()));
        this.processor = config.oidc().map(oidc -> processor(oidc, keys.orElseThrow()));
        this.requestsPerMinute = config.requestsPerMinute();
    }

    private static JWKSource<SecurityContext> keys(ApiConfig.Oidc oidc, Duration kept) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(oidc.jwksUrl().toURL())
                    .retrying(true)
                    .outageTolerant(kept.toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("kvitt.api.oidc.jwks-url is not an address", e);
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(
            ApiConfig.Oidc oidc, JWKSource<SecurityContext> keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                oidc.audience(),
                new JWTClaimsSet.Builder().issuer(oidc.issuer()).build(),
                Set.of("sub", "exp")));
        return processor;
    }

    /**
     * @param authorization the header, may be absent
     * @return empty for a token that this issuer has not signed, or not for us, or not for now
     * @throws NoAnswer while the issuer's keys cannot be had
     */
    Optional<Caller> holder(String authorization) {
        if (processor.isEmpty() || authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(caller(processor.get().process(authorization.substring(BEARER.length()), null)));
        } catch (KeySourceException e) {
            if (e instanceof RateLimitReachedException && haveKeys()) {
                // Signed by a key that the issuer had not a moment ago: whoever makes keys up does not keep us asking.
                return Optional.empty();
            }
            throw new NoAnswer(Problem.of(
                            Status.SERVICE_UNAVAILABLE,
                            "issuer-away",
                            "The issuer's keys cannot be had now. Nothing was done, and this says nothing about a sale.")
                    .after(SOON));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the issuer's keys are at hand, without asking for them. */
    private boolean haveKeys() {
        try {
            return !keys.orElseThrow()
                    .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .isEmpty();
        } catch (KeySourceException e) {
            return false;
        }
    }

    private Caller caller(JWTClaimsSet claims) throws ParseException {
        var permissions = permissions(claims);
        var limit = Optional.ofNullable(claims.getLongClaim("kvitt_refund_limit"))
                .filter(most -> most > 0 && permissions.contains(Permission.REFUND));
        if (limit.isEmpty()) {
            permissions.remove(Permission.REFUND);
        }
        var units = texts(claims, "kvitt_sales_units").orElse(List.of()).stream()
                .map(Msn::new)
                .collect(Collectors.toSet());
        return new Caller(
                claims.getSubject(),
                Optional.of(units),
                texts(claims, "kvitt_tills").map(Set::copyOf),
                permissions,
                limit.map(OptionalLong::of).orElse(OptionalLong.empty()),
                requestsPerMinute);
    }

    private static Set<Permission> permissions(JWTClaimsSet claims) throws ParseException {
        return new HashSet<>(texts(claims, "kvitt_permissions").orElse(List.of("read")).stream()
                .map(name -> Permission.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList());
    }

    /** A claim that is there and null is written by issuers for "none", which must not mean "all". */
    private static Optional<List<String>> texts(JWTClaimsSet claims, String name) throws ParseException {
        if (claims.getClaims().containsKey(name) && claims.getClaim(name) == null) {
            return Optional.of(List.of());
        }
        return Optional.ofNullable(claims.getStringListClaim(name));
    }
}
