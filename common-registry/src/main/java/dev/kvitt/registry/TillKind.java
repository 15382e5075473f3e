package dev.kvitt.registry;

/** What stands at the point of sale. */
public enum TillKind {
    TILL,
    VENDING_MACHINE,
    TAXI
}
