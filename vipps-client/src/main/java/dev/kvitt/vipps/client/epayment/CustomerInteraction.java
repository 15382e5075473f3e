package dev.kvitt.vipps.client.epayment;

/** Whether the customer stands at the point of sale. Vipps takes absence where nothing is said. */
public enum CustomerInteraction {
    /** Mandatory at a physical point of sale. */
    CUSTOMER_PRESENT,
    /** Sales by link or to a stored number. */
    CUSTOMER_NOT_PRESENT
}
