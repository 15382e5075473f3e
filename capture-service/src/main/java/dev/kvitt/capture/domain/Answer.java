package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What came of one try to write at Vipps. */
public sealed interface Answer {

    /**
     * Whether the try may have had an effect that is not known yet. Where it may not, the operation is no more in doubt
     * than it was before.
     */
    boolean leavesDoubt();

    /**
     * Vipps says it did it.
     *
     * @param view the payment afterwards, where the answer shows it
     * @param redirectUrl of a created payment, where the answer names one; not shown by {@code toString}
     */
    record Accepted(Optional<PaymentView> view, Optional<String> redirectUrl) implements Answer {

        public Accepted(Optional<PaymentView> view) {
            this(view, Optional.empty());
        }

        @Override
        public String toString() {
            return "Accepted[" + view + "]";
        }

        @Override
        public boolean leavesDoubt() {
            return true;
        }
    }

    /**
     * Vipps said no to this try. After an earlier try in doubt that can mean that the earlier one was done.
     *
     * @param judged true when Vipps' API looked at it under our key, false when its gateway refused
     * @param mayExist true when "it is there already" is the reason or may be it
     */
    record Refused(Refusal refusal, boolean judged, boolean mayExist) implements Answer {
        /** What the gateway turned away has not reached the API. */
        @Override
        public boolean leavesDoubt() {
            return judged || mayExist;
        }
    }

    /**
     * Not done by this try; the same again later.
     *
     * @param sent false when no request left us: Vipps has then not counted it as a write on this payment
     */
    record Busy(Optional<Duration> retryAfter, boolean sent) implements Answer {

        public Busy(Optional<Duration> retryAfter) {
            this(retryAfter, true);
        }

        @Override
        public boolean leavesDoubt() {
            return false;
        }
    }

    /** Nobody knows whether it was done. */
    record Unknown(Optional<Duration> retryAfter) implements Answer {

        public Unknown() {
            this(Optional.empty());
        }

        @Override
        public boolean leavesDoubt() {
            return true;
        }
    }

    /** Nothing was sent and nothing ever can be. */
    record CannotBeSent(Refusal refusal) implements Answer {
        @Override
        public boolean leavesDoubt() {
            return false;
        }
    }
}
