package dev.kvitt.events;

/**
 * The customer has been asked and the request is on their phone.
 *
 * @param attempt 1 to 99
 * @param amount what is to be reserved
 */
public record PaymentRequested(SaleContext sale, int attempt, PaymentReference reference, Money amount)
        implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
