package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.util.Optional;

/** How to see at Vipps what a capture, cancel or refund has done. */
interface Effect {

    /** Whether the answer to the write itself shows that it was done: sums count, not status codes. */
    boolean shownBy(PaymentView answer);

    /** Whether it may have been done although the event log does not show it: the log may be late. */
    boolean mayBeMissingIn(Reading.Found found);

    /** Whether the payment's sums show more than its event log accounts for: what is missing may be this. */
    boolean logIsBehind(Reading.Found found);

    /** Whether the payment and its event log show that it was done. */
    boolean shownBy(Operation operation, Reading.Found found);

    /** Whether it may be sent again when its key cannot be trusted any more: done twice, it would harm nobody. */
    boolean repeatableOn(PaymentView view);

    /** Present when the payment shows that it was not done and cannot be any more. */
    Optional<Refusal> ruledOutBy(PaymentView view);
}
