package dev.kvitt.vipps.client.qr;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A redirect code at Vipps.
 *
 * @param id the merchant's id, as Vipps has it: another system's may have a form that {@link RedirectQrId} does not take
 * @param url where the image is or, if asked for, the text inside the code
 * @param target the page it opens
 * @param expiresIn how much longer it works; empty for one without end, and where Vipps does not say
 */
public record RedirectQrCode(String id, String url, String target, Optional<Duration> expiresIn) {
    public RedirectQrCode {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(expiresIn, "expiresIn");
    }
}
