package dev.kvitt.vipps.rules.create;

/** Whether the customer stands at the point of sale. */
public enum CustomerInteraction {
    CUSTOMER_PRESENT,
    CUSTOMER_NOT_PRESENT
}
