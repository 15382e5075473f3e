package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.epayment.Customer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer by number. {@code toString} hides the number.
 *
 * @param phoneNumber the number
 * @param madeAt when the code was made or scanned; absent for codes of version 1.0
 * @param version the version of a personal QR; absent for a customer token
 */
public record ExchangedCustomer(Customer.PhoneNumber phoneNumber, Optional<Instant> madeAt, Optional<String> version) {

    public ExchangedCustomer {
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(version, "version");
    }
}
