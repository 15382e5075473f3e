package dev.kvitt.events;

/** States of a payment at Vipps. All but CREATED are final; what happens to the money afterwards is in the aggregate. */
public enum PaymentState {
    CREATED,
    AUTHORIZED,
    ABORTED,
    EXPIRED,
    TERMINATED;

    /** No money is held and none ever will be. */
    public boolean endedWithoutMoney() {
        return this == ABORTED || this == EXPIRED || this == TERMINATED;
    }
}
