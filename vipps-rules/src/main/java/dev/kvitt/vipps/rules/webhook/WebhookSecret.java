package dev.kvitt.vipps.rules.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The secret of one webhook registration, as the text the registration call answered with.
 *
 * <p>Real secrets look like base64 (88 characters), but the key is the text itself: decoding it first gives another key
 * and every genuine webhook would be refused.
 *
 * @param text the secret exactly as received; not blank
 */
public record WebhookSecret(String text) {

    public WebhookSecret {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new IllegalArgumentException("A webhook secret must not be blank: nothing could be verified with it");
        }
    }

    /** The HMAC key: the UTF-8 bytes of the text, never base64-decoded. */
    byte[] key() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
