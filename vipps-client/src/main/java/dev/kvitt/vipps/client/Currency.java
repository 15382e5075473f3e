package dev.kvitt.vipps.client;

/** The currencies of the ePayment and Order Management APIs. A sales unit takes its own market's currency only (error 5040 otherwise). */
public enum Currency {
    NOK,
    DKK,
    EUR
}
