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
 * @param remember what the customer's number is kept for: they agreed, or they could not have paid; absent where they were
 *     not asked
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
        @MayBeAbsent BottomLine bottomLine,
        @MayBeAbsent String remember)
        implements PaymentEvent {

    public PaymentAuthorized {
        lines = lines == null ? List.of() : List.copyOf(lines);
        receiptWay = receiptWay == null ? ReceiptWay.AFTER_CAPTURE : receiptWay;
    }

    /** Of a customer who is not remembered. */
    public PaymentAuthorized(
            SaleContext sale,
            int attempt,
            PaymentReference reference,
            Aggregate aggregate,
            Money maxAmount,
            Instant selectUntil,
            Instant captureGuaranteedUntil,
            List<OrderLine> lines,
            ReceiptWay receiptWay,
            BottomLine bottomLine) {
        this(
                sale,
                attempt,
                reference,
                aggregate,
                maxAmount,
                selectUntil,
                captureGuaranteedUntil,
                lines,
                receiptWay,
                bottomLine,
                null);
    }

    @Override
    public boolean done() {
        return false;
    }
}
