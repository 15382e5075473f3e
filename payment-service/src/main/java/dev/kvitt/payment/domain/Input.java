package dev.kvitt.payment.domain;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.SaleContext;
import java.time.Instant;
import java.util.List;

/** Everything that can happen to a sale. */
public sealed interface Input {

    /**
     * The sale is opened, by a till or by a customer's scan.
     *
     * @param request absent when a scan opened it
     * @param customer absent where the opening names none
     */
    record Opened(Request request, SaleContext context, Terms terms, Presented customer) implements Input {}

    /**
     * Somebody is there to pay.
     *
     * @param request absent when a check-in brought them
     */
    record CustomerPresented(Request request, Presented customer) implements Input {}

    /** The goods are with the customer. */
    record Confirmed(Request request, Money amount, List<OrderLine> lines, BottomLine bottomLine) implements Input {}

    /**
     * The same sale once more.
     *
     * @param customer absent: the one from before
     * @param validUntil nobody wants the request after this
     */
    record AttemptRequested(Request request, Presented customer, Instant validUntil) implements Input {}

    /** @param refundIfLate what was captured already is paid back */
    record Cancelled(Request request, boolean refundIfLate) implements Input {}

    record RefundRequested(Request request, Money amount) implements Input {}

    /** What is so, whatever anybody wants. */
    sealed interface Fact extends Input {}

    /** Vipps told us. */
    record Happened(PaymentHappened what) implements Fact {}

    /** Vipps answered us. */
    record Observed(PaymentObserved what) implements Fact {}

    /** A command was carried out, or not. */
    record Done(OperationResult result) implements Fact {}

    /** We said so ourselves: a database that was restored to before it has forgotten that. */
    record Said(PaymentEvent what) implements Fact {}

    /** The lines are with the customer, or cannot be: a capture that waited for them need not wait any more. */
    record ReceiptTold() implements Input {}

    /** The number of whoever paid is kept, as they agreed. */
    record Remembered(CustomerRemembered what) implements Input {}

    /** A timer that the saga has set is due. */
    record TimerFired(Timer timer) implements Input {}

    /**
     * Something about this sale could not be processed; a person has to look. Comes again for a parked sale when a
     * confirmation has to wait, too.
     *
     * @param context as far as it can be told without the sale
     * @param confirmationWaits what cannot be processed yet says that the goods are with the customer
     */
    record Parked(SaleContext context, boolean confirmationWaits) implements Input {
        public Parked(SaleContext context) {
            this(context, false);
        }
    }

    /** A person has looked. */
    record Unparked(SaleContext context) implements Input {}

    /** A person wants everything given back that is not captured, parked or not. */
    record ReleaseOrdered() implements Input {}
}
