package dev.kvitt.operations.domain.checklist;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One payment, as far as the messages of its sale tell of it.
 *
 * @param at of the first message about it
 * @param asked how the customer was asked; absent when that is not in the ledger
 * @param deeds what was done at Vipps, and what came of it, the latest result of each operation
 * @param facts what webhooks told of success
 * @param states in which Vipps has shown it, each with how that was learned
 * @param sums the largest that Vipps has shown; absent while it has shown none
 * @param guaranteedUntil until when a capture is guaranteed; absent when Vipps has not said
 * @param receiptAt when the receipt was posted afterwards; absent when it was not
 */
record Payment(
        PaymentReference reference,
        Instant at,
        Optional<CreatePayment> asked,
        List<Deed> deeds,
        List<Fact> facts,
        List<Shown> states,
        Optional<Aggregate> sums,
        Optional<Instant> guaranteedUntil,
        Optional<Instant> receiptAt) {

    /** @param code Vipps' or ours; absent unless it was refused */
    record Deed(OperationId operation, OperationResult.Outcome outcome, Optional<String> code, Instant at) {

        boolean succeeded(OperationId.Kind kind) {
            return operation.kind() == kind && outcome == OperationResult.Outcome.SUCCEEDED;
        }
    }

    record Fact(String name, Money amount, Instant at) {}

    record Shown(PaymentState state, By by, Instant at) {}

    /** How something was learned. */
    enum By {
        WEBHOOK("told by a webhook"),
        POLL("found by asking"),
        ANSWER("shown in the answer to a request");

        private final String text;

        By(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    Optional<Deed> done(OperationId.Kind kind) {
        return deeds.stream().filter(deed -> deed.succeeded(kind)).findFirst();
    }

    long authorized() {
        return sums.map(all -> all.authorized().value()).orElse(0L);
    }

    long captured() {
        return sums.map(all -> all.captured().value()).orElse(0L);
    }

    long cancelled() {
        return sums.map(all -> all.cancelled().value()).orElse(0L);
    }

    long refunded() {
        return sums.map(all -> all.refunded().value()).orElse(0L);
    }

    Example example(Instant when, String seen) {
        return new Example(reference.value(), when, seen);
    }
}
