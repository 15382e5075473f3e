package dev.kvitt.capture.domain;

import dev.kvitt.events.ReceiptProblem;
import dev.kvitt.events.Refusal;

/** Kvitt's own reasons, beside those of Vipps. */
public final class Refusals {

    /** How the codes of wishes begin that were never sent to Vipps and never will be. */
    public static final String NOT_SENT = "not-sent-";

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
            NOT_SENT + "customer-erased",
            "The scan is too old. Nothing was charged. Ask the customer to scan again.",
            true);

    public static final Refusal CUSTOMER_UNREADABLE = new Refusal(
            NOT_SENT + "customer-unreadable",
            "The scan could not be read. Nothing was charged. Ask the customer to scan again.",
            true);

    public static final Refusal UNKNOWN_SALES_UNIT = new Refusal(
            NOT_SENT + "unknown-sales-unit",
            "This shop is not set up for payments here. Nothing was charged. Tell support.",
            false);

    public static final Refusal UNUSABLE_REQUEST = new Refusal(
            NOT_SENT + "unusable-request",
            "Vipps cannot take a request like this. Nothing was charged. Tell support.",
            false);

    public static final Refusal NOTHING_LEFT_TO_CAPTURE = new Refusal(
            "nothing-left-to-capture",
            "The reservation is gone and this sale's money was not captured. Tell support.",
            false);

    public static final Refusal NOTHING_LEFT_TO_REFUND = new Refusal(
            "nothing-left-to-refund",
            "Less is left of what was captured than was to be paid back; this refund was not made. Tell support.",
            false);

    public static final Refusal GIVEN_UP = new Refusal(
            "given-up-by-operator",
            "Support has given this up: Vipps does not show that it was done, and it is not tried again. Should Vipps show it"
                    + " after all, the sale says so.",
            false);

    // Answers to whoever wanted something given up.

    public static final Refusal STILL_TRUSTED = new Refusal(
            "still-trusted",
            "This is still being settled by itself, and nobody was called for it. Nothing was changed. Give it up when a"
                    + " person is called.",
            true);

    public static final Refusal KNOWN_ALREADY = new Refusal(
            "known-already", "It is known what became of this; see its result. Nothing was changed.", false);

    public static final Refusal NO_SUCH_OPERATION = new Refusal(
            "no-such-operation",
            "There is no such operation of this sale. Nothing was changed. Take its id from the log or from payment.commands.",
            true);

    public static final Refusal CUSTOMER_UNKNOWN = new Refusal(
            NOT_SENT + "customer-unknown",
            "This customer is not remembered any more. Nothing was charged. Ask for the customer's number or show a code.",
            true);

    public static final Refusal CUSTOMER_UNUSABLE = new Refusal(
            NOT_SENT + "customer-unusable",
            "Vipps cannot take this number or code. Nothing was charged. Type the number or scan the code again.",
            true);

    private Refusals() {}

    /** The receipt that was to go with the request is one that Vipps refuses. */
    public static Refusal of(ReceiptProblem problem) {
        return new Refusal(
                NOT_SENT + problem.code(),
                problem.sentence() + " Nothing was charged. Correct the lines and sell again.",
                false);
    }
}
