package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.PspReference;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** The one source of what nobody must guess or repeat. */
@ApplicationScoped
public class Ids {

    private static final int SECRET_BYTES = 64;
    private static final int CUSTOMER_TOKEN_BYTES = 44;
    private static final byte[] JWT_HEADER = "{\"typ\":\"JWT\",\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8);
    private static final int TOKEN_FILLING_BYTES = 400;
    private static final int TOKEN_SIGNATURE_BYTES = 256;
    private static final int URL_TOKEN_BYTES = 24;
    private static final int LANDING_SECRET_BYTES = 12;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    public UUID uuid() {
        return UUID.randomUUID();
    }

    /** Of a CREATED event: a UUID, as in official samples. */
    public PspReference paymentReference() {
        return new PspReference(uuid().toString());
    }

    /** Of any other event: digits, as in official samples, so that nobody relies on one form. */
    public PspReference eventReference() {
        return new PspReference(String.valueOf(random.nextLong(1_000_000_000_000_000L, Long.MAX_VALUE)));
    }

    public CustomerToken customerToken() {
        return new CustomerToken(Base64.getEncoder().encodeToString(bytes(CUSTOMER_TOKEN_BYTES)));
    }

    public WebhookSecret webhookSecret() {
        return new WebhookSecret(Base64.getEncoder().encodeToString(bytes(SECRET_BYTES)));
    }

    /** A JWT that decodes, as long as the real ones: over a thousand characters. Its signature is random. */
    public String accessToken(Instant issued, Instant expires) {
        String claims =
                """
                {"aud":"00000002-0000-0000-c000-000000000000","iss":"sandbox","iat":%d,"nbf":%d,"exp":%d,"uti":"%s"}"""
                        .formatted(
                                issued.getEpochSecond(),
                                issued.getEpochSecond(),
                                expires.getEpochSecond(),
                                urlText(TOKEN_FILLING_BYTES));
        return urlText(JWT_HEADER) + "." + urlText(claims.strip().getBytes(StandardCharsets.UTF_8)) + "."
                + urlText(TOKEN_SIGNATURE_BYTES);
    }

    /** For a URL. */
    public String urlToken() {
        return urlText(URL_TOKEN_BYTES);
    }

    /** For the URL that a payment's code says: short, so that even a small picture of it can be read. */
    public String landingSecret() {
        return urlText(LANDING_SECRET_BYTES);
    }

    /** In the form of a trace context. */
    public String traceId() {
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(bytes(TRACE_BYTES)) + "-" + hex.formatHex(bytes(SPAN_BYTES)) + "-01";
    }

    private String urlText(int length) {
        return urlText(bytes(length));
    }

    private static String urlText(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
