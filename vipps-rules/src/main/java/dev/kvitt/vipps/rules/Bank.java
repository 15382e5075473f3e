package dev.kvitt.vipps.rules;

/** What the customer's bank is doing about a payment. Not shown in any answer; operations are refused because of it. */
public enum Bank {
    /** Nothing unusual. */
    READY,
    /** The customer is being identified, or the bank has not answered yet: a cancel is refused with 6250. */
    PROCESSING,
    /** The bank gave up the reservation before its time: a capture is refused with 6260. */
    FUNDS_RELEASED,
    /** The bank cannot be reached for a while: a capture is refused with 6280. */
    CAPTURE_FAILING
}
