package dev.kvitt.events;

/** The currencies of Vipps MobilePay's markets; each has 100 minor units. */
public enum Currency {
    NOK,
    DKK,
    EUR
}
