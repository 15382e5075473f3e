package dev.kvitt.events;

/** A person has looked at a parked sale and it goes on. */
public record SaleUnparked(SaleContext sale) implements PaymentEvent {

    @Override
    public boolean done() {
        return false;
    }
}
