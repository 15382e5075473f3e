package dev.kvitt.receipt.domain;

import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What came of one try to post a receipt. */
public sealed interface Answer {

    /** Vipps has the receipt, from this try or an earlier one. */
    record Posted() implements Answer {}

    /** Vipps will not take it. */
    record Refused(Refusal refusal) implements Answer {}

    /**
     * A no that may pass: Vipps knows no such payment, though there is one (it may not have got round in its house yet), or a
     * gateway before it said no, without a code or the name of a field.
     */
    record NoForNow(Refusal refusal) implements Answer {}

    /** Not done, or not known: the same again later does no harm, since a payment takes one receipt only. */
    record Later(Optional<Duration> retryAfter) implements Answer {}
}
