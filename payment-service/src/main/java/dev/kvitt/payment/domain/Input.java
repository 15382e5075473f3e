package dev.kvitt.payment.domain;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleOpenedByScan;
import java.util.UUID;

/** Everything that can happen to a sale. */
public sealed interface Input {

    /** A customer's scan opened the sale. */
    record Opened(SaleOpenedByScan by) implements Input {}

    /** @param eventId to name it by, should it be refused */
    record Confirmed(AmountConfirmed by, UUID eventId) implements Input {}

    /** @param eventId to name it by, should it be refused */
    record Cancelled(SaleCancelled by, UUID eventId) implements Input {}

    /** What is so, whatever anybody wants. */
    sealed interface Fact extends Input {}

    /** Vipps told us. */
    record Happened(PaymentHappened what) implements Fact {}

    /** Vipps answered us. */
    record Observed(PaymentObserved what) implements Fact {}

    /** A command was carried out, or not. */
    record Done(OperationResult result) implements Fact {}

    /** A timer that the saga has set is due. */
    record TimerFired(Timer timer) implements Input {}
}
