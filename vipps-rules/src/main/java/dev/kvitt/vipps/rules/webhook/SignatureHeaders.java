package dev.kvitt.vipps.rules.webhook;

/**
 * The headers that carry a webhook's signature, as made by the sender or as found by the receiver. A header that was not
 * there is {@code null}; {@link WebhookSignature#verify} tells which.
 *
 * @param date value of {@code x-ms-date}: RFC 1123 in GMT, used as text and never parsed for the signature
 * @param contentSha256 value of {@code x-ms-content-sha256}: base64 of the body's SHA-256
 * @param authorization value of {@code Authorization}
 */
public record SignatureHeaders(String date, String contentSha256, String authorization) {

    public static final String DATE = "x-ms-date";
    public static final String CONTENT_SHA256 = "x-ms-content-sha256";
    public static final String AUTHORIZATION = "Authorization";
}
