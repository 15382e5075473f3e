package dev.kvitt.gateway.world;

import static io.restassured.RestAssured.given;

import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A webhook signed as Vipps does: over the registered URL, and posted to where a proxy would bring it.
 *
 * @param token last part of the registered path
 */
public record Webhook(String token, SignatureHeaders signature, byte[] body) {

    public static Webhook to(FakeVipps.Registered registered, String body) {
        return signed(registered.url(), registered.secret(), body, Instant.now());
    }

    public static Webhook signed(String url, String secret, String body, Instant at) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var signature = WebhookSignature.sign(new WebhookSecret(secret), WebhookTarget.of(URI.create(url)), at, bytes);
        return new Webhook(url.substring(url.lastIndexOf('/') + 1), signature, bytes);
    }

    public String path() {
        return "/hooks/" + token;
    }

    public RequestSpecification request() {
        return given().header(SignatureHeaders.DATE, signature.date())
                .header(SignatureHeaders.CONTENT_SHA256, signature.contentSha256())
                .header(SignatureHeaders.AUTHORIZATION, signature.authorization())
                .contentType("application/json")
                .body(body);
    }

    /** The status. */
    public int post() {
        return request().post(path()).statusCode();
    }
}
