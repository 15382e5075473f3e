package dev.kvitt.vipps.client.qr;

import java.time.Duration;
import java.util.Objects;

/**
 * A one-time code. Whoever sees it can open the payment, so {@code toString} hides the URL.
 *
 * @param url where the image is, or the text inside the code; dead once the payment is over
 * @param expiresIn how much longer it works, ten minutes at most
 */
public record OneTimeQrCode(String url, Duration expiresIn) {
    public OneTimeQrCode {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(expiresIn, "expiresIn");
    }

    @Override
    public String toString() {
        return "OneTimeQrCode[expiresIn=" + expiresIn + "]";
    }
}
