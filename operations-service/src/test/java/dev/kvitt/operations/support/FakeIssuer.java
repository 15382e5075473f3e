package dev.kvitt.operations.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Enough of an issuer of OpenID Connect: says where it is, has a key, and gives tokens for whatever code it is shown. */
public final class FakeIssuer implements QuarkusTestResourceLifecycleManager {

    private static final int TEN_MINUTES = 600;
    private static final String CLIENT = "kvitt-console";

    private static RSAKey key;
    private static String url;

    /** Of the next login: as the browser was sent with it. */
    private static volatile String nonce;

    private HttpServer server;

    public static void nextLogin(String saidNonce) {
        nonce = saidNonce;
    }

    /** @param roles in the claim that the test's setting names */
    public static String token(String user, List<String> roles, String saidNonce) {
        return token(user, roles, saidNonce, CLIENT);
    }

    /** @param audience whom it is made for */
    public static String token(String user, List<String> roles, String saidNonce, String audience) {
        try {
            var now = Instant.now();
            var claims = new JWTClaimsSet.Builder()
                    .issuer(url)
                    .audience(audience)
                    .subject("subject-of-" + user)
                    .claim("preferred_username", user)
                    .claim("nonce", saidNonce)
                    .claim("realm_access", Map.of("roles", roles))
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(TEN_MINUTES)))
                    .build();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            key = new RSAKeyGenerator(2048).keyID("of-the-test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            url = "http://127.0.0.1:" + server.getAddress().getPort();
            serve("/.well-known/openid-configuration", FakeIssuer::description);
            serve("/keys", () -> new JWKSet(key).toString());
            serve("/token", FakeIssuer::tokens);
            server.start();
            return Map.of(
                    "kvitt.operations.oidc.enabled", "true",
                    "kvitt.operations.oidc.roles-claim", "realm_access/roles",
                    "quarkus.oidc.auth-server-url", url,
                    "quarkus.oidc.client-id", CLIENT,
                    "quarkus.oidc.credentials.secret", "a secret of this test and of nobody else");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "end_session_endpoint": "%1$s/end-session"}"""
                .formatted(url);
    }

    private static String tokens() {
        return """
                {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": 600}"""
                .formatted(token("anna", List.of("operator"), null), token("anna", List.of("operator"), nonce));
    }

    /** What is answered. */
    private interface Answer {
        String text();
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, exchange -> send(exchange, answer.text()));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
