package dev.kvitt.vipps.rules.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies webhooks byte for byte as the Webhooks API does (request authentication, official sample of
 * 2023-03-30). Everything is computed over the raw body bytes: a body parsed and written again has another hash.
 *
 * <p>No replay window: how fresh the date of a late retry is, Vipps does not say. Receivers drop duplicates instead.
 */
public final class WebhookSignature {

    private static final String AUTHORIZATION_PREFIX =
            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_LENGTH = 44;
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private WebhookSignature() {}

    /**
     * Signs a delivery.
     *
     * @param at moment of this delivery attempt, written to {@code x-ms-date} in whole seconds
     */
    public static SignatureHeaders sign(WebhookSecret secret, WebhookTarget target, Instant at, byte[] body) {
        String date = RFC_1123.format(at);
        String contentHash = contentHash(body);
        String signature = signature(secret, target, date, contentHash);
        return new SignatureHeaders(date, contentHash, AUTHORIZATION_PREFIX + signature);
    }

    /**
     * Checks a delivery. The hash is checked before the signature, and both in constant time, so that an answer's timing
     * tells a forger nothing.
     *
     * @param target parts of the registered URL, not of the request line as it arrived behind a proxy
     * @param headers as received; absent ones are {@code null}
     * @param body raw bytes as received
     */
    public static SignatureVerdict verify(
            WebhookSecret secret, WebhookTarget target, SignatureHeaders headers, byte[] body) {
        if (isMissing(headers.date())) {
            return new SignatureVerdict.MissingHeader(SignatureHeaders.DATE);
        }
        if (isMissing(headers.contentSha256())) {
            return new SignatureVerdict.MissingHeader(SignatureHeaders.CONTENT_SHA256);
        }
        if (isMissing(headers.authorization())) {
            return new SignatureVerdict.MissingHeader(SignatureHeaders.AUTHORIZATION);
        }
        if (!hasTheOneForm(headers.authorization())) {
            return new SignatureVerdict.MalformedAuthorization();
        }
        String contentHash = contentHash(body);
        if (!sameText(contentHash, headers.contentSha256())) {
            return new SignatureVerdict.ContentHashMismatch();
        }
        String expected = AUTHORIZATION_PREFIX + signature(secret, target, headers.date(), contentHash);
        return sameText(expected, headers.authorization())
                ? new SignatureVerdict.Genuine()
                : new SignatureVerdict.SignatureMismatch();
    }

    private static boolean isMissing(String header) {
        return header == null || header.isEmpty();
    }

    private static boolean hasTheOneForm(String authorization) {
        return authorization.length() == AUTHORIZATION_PREFIX.length() + SIGNATURE_LENGTH
                && authorization.startsWith(AUTHORIZATION_PREFIX);
    }

    private static String contentHash(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw noAlgorithm(e);
        }
    }

    private static String signature(WebhookSecret secret, WebhookTarget target, String date, String contentHash) {
        String stringToSign = "POST\n" + target.pathAndQuery() + "\n" + date + ";" + target.host() + ";" + contentHash;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw noAlgorithm(e);
        }
    }

    private static boolean sameText(String expected, String received) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), received.getBytes(StandardCharsets.UTF_8));
    }

    private static IllegalStateException noAlgorithm(GeneralSecurityException cause) {
        return new IllegalStateException("This JDK lacks SHA-256 or HmacSHA256: no webhook can be verified", cause);
    }
}
