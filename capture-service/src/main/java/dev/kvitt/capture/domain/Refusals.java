package dev.kvitt.capture.domain;

import dev.kvitt.events.Refusal;

/** Kvitt's own reasons, beside those of Vipps. */
public final class Refusals {

    public static final Refusal UNKNOWN = new Refusal(
            "not-known-yet", "It is not known yet whether Vipps did this. Take no other payment for this sale.", false);

    public static final Refusal TOO_LATE = new Refusal(
            "too-late",
            "The request was too old to be sent. Nothing was charged. Ask the customer to scan again.",
            true);

    public static final Refusal REFERENCE_TAKEN = new Refusal(
            "reference-taken",
            "Another system has used this payment's reference. Nothing was charged by this sale. Tell support.",
            false);

    public static final Refusal NO_SUCH_PAYMENT = new Refusal(
            "no-such-payment",
            "Vipps knows no payment of this sale. Nothing was charged by this sale. Tell support.",
            false);

    public static final Refusal NEVER_ARRIVED = new Refusal(
            "never-arrived",
            "The request was given up: Vipps shows no payment. Should money turn up after all, it is released. Ask the customer"
                    + " to scan again.",
            true);

    public static final Refusal CUSTOMER_ERASED = new Refusal(
            "customer-erased", "The scan is too old. Nothing was charged. Ask the customer to scan again.", true);

    public static final Refusal CUSTOMER_UNREADABLE = new Refusal(
            "customer-unreadable",
            "The scan could not be read. Nothing was charged. Ask the customer to scan again.",
            true);

    public static final Refusal UNKNOWN_SALES_UNIT = new Refusal(
            "unknown-sales-unit",
            "This shop is not set up for payments here. Nothing was charged. Tell support.",
            false);

    public static final Refusal UNUSABLE_REQUEST = new Refusal(
            "unusable-request", "Vipps cannot take a request like this. Nothing was charged. Tell support.", false);

    public static final Refusal NOTHING_LEFT_TO_CAPTURE = new Refusal(
            "nothing-left-to-capture",
            "The reservation is gone and this sale's money was not captured. Tell support.",
            false);

    public static final Refusal NOTHING_LEFT_TO_REFUND = new Refusal(
            "nothing-left-to-refund",
            "Less is left of what was captured than was to be paid back; this refund was not made. Tell support.",
            false);

    public static final Refusal CUSTOMER_KIND_UNKNOWN =
            new Refusal("customer-kind-unknown", "This installation cannot ask a customer in this way yet.", true);

    private Refusals() {}
}
