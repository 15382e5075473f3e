package dev.kvitt.payment.domain;

import dev.kvitt.events.Refusal;

/** Why the saga says no, for the person or the machine at the point of sale. */
final class Refusals {

    static final Refusal MORE_THAN_RESERVED = new Refusal(
            "more-than-reserved",
            "More was confirmed than is reserved; nothing was captured. Confirm at most the reserved amount.",
            true);
    static final Refusal NOTHING_CONFIRMED = new Refusal(
            "nothing-confirmed", "Zero was confirmed; nothing was captured. Cancel the sale instead.", true);
    static final Refusal OTHER_CURRENCY =
            new Refusal("other-currency", "The confirmed amount is in another currency than the reservation.", true);
    static final Refusal CONFIRMED_BEFORE =
            new Refusal("confirmed-before", "This sale was confirmed before; the first confirmation counts.", false);
    static final Refusal NOT_PAID = new Refusal(
            "not-paid", "The customer has not paid and no money is reserved; nothing can be captured.", false);
    static final Refusal GIVEN_UP = new Refusal(
            "given-up", "This sale was cancelled or ran out of time and its money is being released.", false);
    static final Refusal TOO_LATE = new Refusal(
            "too-late-confirmed",
            "The sale was confirmed, so its money is being captured. To give it back, refund it.",
            false);
    static final Refusal CREATE_TOO_LATE =
            new Refusal("too-late", "The request came too late to be sent. Ask the customer to scan again.", true);

    static final Refusal SALE_ID_REUSED = new Refusal(
            "sale-id-reused",
            "Another sale with this id was opened before; nothing was changed. Open the sale under a new id.",
            false);
    static final Refusal NO_SUCH_SALE = new Refusal(
            "no-such-sale",
            "Nobody has opened a sale with this id, so nothing was reserved or captured for it. Check the id.",
            true);
    static final Refusal ALREADY_ASKED = new Refusal(
            "already-asked",
            "A customer has been asked for this sale. To ask another one, request another attempt.",
            false);
    static final Refusal GAVE_WAY = new Refusal(
            "gave-way",
            "Somebody has just pressed pay on the page or scanned the code, and is asked instead. Wait for their answer.",
            false);
    static final Refusal ALREADY_APPROVED = new Refusal(
            "already-approved", "The customer has just paid: this attempt counts and no other is made.", false);
    static final Refusal ALREADY_PAID =
            new Refusal("already-paid", "This sale is paid. To give the money back, refund it.", false);
    static final Refusal NOT_COLLECTED = new Refusal(
            "not-collected",
            "This sale was confirmed and Vipps refused to pay it; nothing is captured. To have it paid, open a new"
                    + " sale.",
            false);
    static final Refusal TOO_MANY_ATTEMPTS =
            new Refusal("too-many-attempts", "This sale was tried 99 times. Open a new sale.", false);
    static final Refusal NO_CUSTOMER =
            new Refusal("no-customer", "Nobody is known to ask. Present a customer with the request.", true);
    static final Refusal SCAN_AGAIN =
            new Refusal("scan-again", "The customer's code is too old. Let the customer scan or show it again.", true);
    static final Refusal CUSTOMER_WANTED = new Refusal("customer", "Nobody was asked yet. Present the customer.", true);
    static final Refusal NOT_KNOWN_YET = new Refusal(
            "not-known-yet",
            "Vipps has not told yet whether the customer has paid. Wait, and take no other payment meanwhile.",
            false);
    static final Refusal AMOUNT_DIFFERS = new Refusal(
            "amount-differs",
            "Another amount was reserved than was asked for; it is given back and nothing is captured.",
            true);
    static final Refusal RECEIPT_IS_FIXED = new Refusal(
            "receipt-is-fixed",
            "The customer has the receipt already, so the amount cannot change; nothing was captured. Confirm the"
                    + " whole amount, or cancel and sell again.",
            true);
    static final Refusal FULL_CAPTURE_ONLY = new Refusal(
            "full-capture-only",
            "This sales unit captures the whole reservation or nothing; nothing was captured. Confirm the whole amount,"
                    + " or cancel and sell again.",
            true);
    static final Refusal NEEDS_PARTIAL_CAPTURE = new Refusal(
            "needs-partial-capture",
            "This sales unit cannot capture a part of a reservation, so it cannot reserve more than is sold. Nobody was"
                    + " asked.",
            false);
    static final Refusal NOTHING_TO_REFUND =
            new Refusal("nothing-to-refund", "Nothing was captured, so there is nothing to pay back.", false);
    static final Refusal MORE_THAN_CAPTURED = new Refusal(
            "more-than-captured",
            "More is to be paid back than is left of what was captured; nothing was paid back.",
            false);
    static final Refusal PARKED = new Refusal(
            "parked",
            "Kvitt could not process this sale and a person has to look at it. Take no other payment for it yet.",
            false);

    private Refusals() {}
}
