package dev.kvitt.registry;

/** How a sale runs. */
public enum Flow {
    /** A scan opens the sale, the dearest product is reserved, what was dispensed is captured, the rest released. */
    VENDING,
    /** A till opens the sale. Its customer shows a code, says a number, scans the till's screen or its printed code. */
    TILL
}
