package dev.kvitt.capture.vipps;

import dev.kvitt.registry.Market;
import dev.kvitt.vipps.client.epayment.Customer;
import java.util.Optional;

/** How Vipps is told who is to pay. */
final class Payers {

    private Payers() {}

    /**
     * @param clear the opened value: a token, the whole content of a code, or a number as it was typed
     * @return empty when Vipps cannot take it
     */
    static Optional<Customer> of(dev.kvitt.events.Customer.Kind kind, String clear, Market market) {
        try {
            return switch (kind) {
                case CUSTOMER_TOKEN -> Optional.of(new Customer.CustomerToken(clear));
                case PERSONAL_QR -> Optional.of(new Customer.PersonalQr(clear));
                case PHONE_NUMBER, BROWSER, KNOWN ->
                    PhoneNumbers.msisdn(clear, market).map(Customer.PhoneNumber::new);
                case SCREEN -> throw new IllegalStateException("a customer of kind " + kind + " has no value");
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
