package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What to do next about an operation. */
public sealed interface Step {

    /** Read the payment, and decide again. */
    record Ask() implements Step {}

    /** Write, with the operation's key, and decide again. */
    record Send() implements Step {}

    /**
     * Its effect is there.
     *
     * @param redirectUrl of a created payment, where somebody is to open or show it; not shown by {@code toString}
     */
    record Succeed(Optional<PaymentView> view, Optional<String> redirectUrl) implements Step {

        public Succeed(Optional<PaymentView> view) {
            this(view, Optional.empty());
        }

        @Override
        public String toString() {
            return "Succeed[" + view + "]";
        }
    }

    /** It has no effect and never will have one. */
    record Reject(Refusal refusal, Optional<PaymentView> view) implements Step {}

    /**
     * Decide again later.
     *
     * @param doubt to be told now, because the outcome is not known and nobody has been told yet
     * @param moneyAtRisk true when a person has to look
     */
    record Wait(Instant until, Optional<Refusal> doubt, boolean moneyAtRisk) implements Step {}
}
