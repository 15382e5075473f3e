package dev.kvitt.events;

/**
 * Kvitt could not process something about this sale and decides nothing more for it until a person has looked. Money
 * facts are still recorded.
 *
 * @param refusal what the till may tell
 */
public record SaleParked(SaleContext sale, Refusal refusal) implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
