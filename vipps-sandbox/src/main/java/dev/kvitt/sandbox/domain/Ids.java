package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.PspReference;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** The one source of what nobody must guess or repeat. */
@ApplicationScoped
public class Ids {

    private static final int SECRET_BYTES = 64;
    private static final int CUSTOMER_TOKEN_BYTES = 44;
    private static final int ACCESS_TOKEN_BYTES = 800;
    private static final int URL_TOKEN_BYTES = 24;
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

    /** Long as the real ones: over a thousand characters. */
    public String accessToken() {
        return urlText(SPAN_BYTES * 3) + "." + urlText(ACCESS_TOKEN_BYTES) + "." + urlText(TRACE_BYTES * 3);
    }

    /** For a URL. */
    public String urlToken() {
        return urlText(URL_TOKEN_BYTES);
    }

    /** In the form of a trace context. */
    public String traceId() {
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(bytes(TRACE_BYTES)) + "-" + hex.formatHex(bytes(SPAN_BYTES)) + "-01";
    }

    private String urlText(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
