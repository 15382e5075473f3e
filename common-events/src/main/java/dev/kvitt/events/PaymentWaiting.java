package dev.kvitt.events;

/**
 * Nothing can be done until something else happens, and the till should know what.
 *
 * @param why {@code customer}: present the customer; {@code scan-again}: their code was too old; {@code not-known-yet}: Vipps has not
 *     answered, take no other payment
 */
public record PaymentWaiting(SaleContext sale, int attempt, Refusal why) implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
