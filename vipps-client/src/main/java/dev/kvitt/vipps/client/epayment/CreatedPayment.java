package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Reference;
import java.util.Objects;
import java.util.Optional;

/**
 * Vipps has the payment.
 *
 * @param reference the reference of the request
 * @param redirectUrl a landing page or a QR image, by flow; absent for push
 */
public record CreatedPayment(Reference reference, Optional<RedirectUrl> redirectUrl) {
    public CreatedPayment {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(redirectUrl, "redirectUrl");
    }
}
