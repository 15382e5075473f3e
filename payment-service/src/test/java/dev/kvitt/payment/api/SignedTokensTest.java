package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.kvitt.events.Msn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of an issuer whose keys are published at an address, as OpenID Connect has it. */
class SignedTokensTest {

    private static final Msn OSLO = new Msn("123456");
    private static final String ISSUER = "https://login.example.com";

    private final RSAKey key = key("one");
    private HttpServer issuer;
    private SignedTokens tokens;

    @BeforeEach
    void publish() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            var jwks = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, jwks.length);
            try (exchange) {
                exchange.getResponseBody().write(jwks);
            }
        });
        issuer.start();
        tokens = new SignedTokens(TokensTest.settings(Map.of(
                "kvitt.api.oidc.jwks-url",
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys",
                "kvitt.api.oidc.issuer",
                ISSUER,
                "kvitt.api.oidc.audience",
                "kvitt")));
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void a_token_says_which_tills_of_which_sales_units_it_sells_and_pays_back_for() throws JOSEException {
        var caller = tokens.holder(signed(
                        key,
                        claims().claim("kvitt_sales_units", List.of("123456"))
                                .claim("kvitt_tills", List.of("till-1"))
                                .claim("kvitt_permissions", List.of("read", "sell", "refund"))
                                .claim("kvitt_refund_limit", 10_000)))
                .orElseThrow();

        assertThat(caller.name()).isEqualTo("till-back-end");
        assertThat(caller.mayAskAbout(OSLO)).isTrue();
        assertThat(caller.mayAskAbout(new Msn("654321"))).isFalse();
        assertThat(caller.isFor("till-1")).isTrue();
        assertThat(caller.isFor("till-2")).isFalse();
        assertThat(caller.permissions()).containsOnly(Permission.values());
        assertThat(caller.refundLimit()).hasValue(10_000);
    }

    @Test
    void a_token_that_says_nothing_is_good_for_nothing() throws JOSEException {
        var caller = tokens.holder(signed(key, claims())).orElseThrow();
        assertThat(caller.mayAskAbout(OSLO)).isFalse();
        assertThat(caller.permissions()).containsOnly(Permission.READ);
    }

    @Test
    void no_tills_are_not_all_tills() throws JOSEException {
        var units = claims().claim("kvitt_sales_units", List.of("123456"));
        var none = units.serializeNullClaims(true).claim("kvitt_tills", null);
        assertThat(tokens.holder(signed(key, none)).orElseThrow().isFor("till-1"))
                .isFalse();
    }

    @Test
    void refunds_without_a_limit_are_not_permitted() throws JOSEException {
        var caller = tokens.holder(signed(key, claims().claim("kvitt_permissions", List.of("refund"))))
                .orElseThrow();
        assertThat(caller.may(Permission.REFUND)).isFalse();
        assertThat(caller.refundLimit()).isEmpty();
    }

    @Test
    void what_another_has_signed_or_for_another_or_long_ago_is_nobodys() throws JOSEException {
        var now = Instant.now();
        assertThat(tokens.holder(signed(key("one"), claims())))
                .as("another key")
                .isEmpty();
        assertThat(tokens.holder(signed(key, claims().issuer("https://evil.example.com"))))
                .isEmpty();
        assertThat(tokens.holder(signed(key, claims().audience("another")))).isEmpty();
        assertThat(tokens.holder(signed(key, claims().expirationTime(Date.from(now.minusSeconds(600))))))
                .isEmpty();
        assertThat(tokens.holder(signed(key, claims().expirationTime(null)))).isEmpty();
        assertThat(tokens.holder(signed(key, claims().subject(null)))).isEmpty();
        assertThat(tokens.holder(signed(key, claims().claim("kvitt_permissions", List.of("everything")))))
                .isEmpty();
        assertThat(tokens.holder(signed(key, claims().claim("kvitt_sales_units", List.of("Oslo")))))
                .isEmpty();
    }

    @Test
    void what_is_not_signed_or_signed_with_what_everybody_can_read_is_nobodys() throws JOSEException {
        assertThat(tokens.holder("Bearer " + new PlainJWT(claims().build()).serialize()))
                .isEmpty();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        forged.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertThat(tokens.holder("Bearer " + forged.serialize())).isEmpty();
        for (var text : new String[] {null, "", "Bearer ", "Bearer a.b.c", "Basic x"}) {
            assertThat(tokens.holder(text)).isEmpty();
        }
    }

    @Test
    void while_the_issuer_is_away_nobody_is_called_a_stranger() throws JOSEException {
        issuer.stop(0);
        var token = signed(key, claims());
        assertThatThrownBy(() -> tokens.holder(token)).isInstanceOfSatisfying(NoAnswer.class, e -> assertThat(
                        e.response().getStatus())
                .isEqualTo(503));
    }

    @Test
    void while_the_issuer_is_away_its_keys_stay_good_and_no_other_becomes_so() throws JOSEException {
        assertThat(tokens.holder(signed(key, claims()))).isPresent();
        issuer.stop(0);
        assertThat(tokens.holder(signed(key, claims()))).isPresent();
        assertThat(tokens.holder(signed(key("two"), claims())))
                .as("the keys at hand are the issuer's, and this is none of them")
                .isEmpty();
        assertThat(tokens.holder(signed(key, claims().expirationTime(Date.from(Instant.EPOCH)))))
                .isEmpty();
    }

    @Test
    void whoever_makes_up_keys_is_nobody_however_often_and_does_not_make_the_issuer_look_away() throws JOSEException {
        var stranger = signed(key("two"), claims());
        for (var n = 0; n < 10; n++) {
            assertThat(tokens.holder(stranger)).isEmpty();
        }
        assertThat(tokens.holder(signed(key, claims()))).isPresent();
    }

    @Test
    void an_access_token_may_say_that_it_is_one_and_what_is_something_else_is_nobodys() throws JOSEException {
        for (var type : List.of("JWT", "at+jwt", "application/at+jwt")) {
            assertThat(tokens.holder(signed(key, claims(), type))).as(type).isPresent();
        }
        assertThat(tokens.holder(signed(key, claims(), "logout+jwt"))).isEmpty();
    }

    @Test
    void without_an_issuer_nobody_is_let_in_by_a_signature() throws JOSEException {
        assertThat(new SignedTokens(TokensTest.settings(Map.of())).holder(signed(key, claims())))
                .isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("till-back-end")
                .issuer(ISSUER)
                .audience("kvitt")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(RSAKey by, JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(by, claims, null);
    }

    /** @param type absent: the token does not say */
    private static String signed(RSAKey by, JWTClaimsSet.Builder claims, String type) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(by.getKeyID())
                .type(type == null ? null : new JOSEObjectType(type));
        var token = new SignedJWT(header.build(), claims.build());
        token.sign(new RSASSASigner(by));
        return "Bearer " + token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
