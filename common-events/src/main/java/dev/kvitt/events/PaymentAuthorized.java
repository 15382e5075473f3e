package dev.kvitt.events;

import java.time.Instant;
import java.util.List;

/**
 * The money is reserved.
 *
 * @param maxAmount the most that may be sold
 * @param selectUntil a machine must not start to hand out anything after this; what is not confirmed is given back;
 *     absent where the amount is final, never absent for a machine
 * @param captureGuaranteedUntil until when Vipps guarantees the money; absent when Vipps did not say
 * @param lines what is sold, where the amount is final; may be empty
 * @param receiptWay how the customer gets the lines; a receipt is to be posted now with {@link ReceiptWay#BEFORE_CAPTURE}
 * @param bottomLine what stands below the lines
 */
public record PaymentAuthorized(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money maxAmount,
        @MayBeAbsent Instant selectUntil,
        @MayBeAbsent Instant captureGuaranteedUntil,
        @MayBeAbsent List<OrderLine> lines,
        @MayBeAbsent ReceiptWay receiptWay,
        @MayBeAbsent BottomLine bottomLine)
        implements PaymentEvent {

    public PaymentAuthorized {
        lines = lines == null ? List.of() : List.copyOf(lines);
        receiptWay = receiptWay == null ? ReceiptWay.AFTER_CAPTURE : receiptWay;
    }

    @Override
    public boolean done() {
        return false;
    }
}
