package dev.kvitt.receipt.domain;

import dev.kvitt.events.Refusal;
import java.time.Instant;

/** What to do next about a receipt. */
public sealed interface Step {

    /** Tell that it is there. */
    record Post() implements Step {}

    /** Tell that there will be none. */
    record Reject(Refusal refusal) implements Step {}

    /** Try again later. */
    record Wait(Instant until) implements Step {}
}
