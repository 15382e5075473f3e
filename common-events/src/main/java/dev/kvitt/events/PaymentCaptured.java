package dev.kvitt.events;

import java.util.List;

/**
 * The money of the sale is the merchant's. Told only from Vipps' aggregate.
 *
 * @param amount what was captured for this sale
 * @param lines what was sold, as confirmed; may be empty
 * @param receiptWay how the customer gets the lines; with {@link ReceiptWay#AT_CREATE} no receipt is to be posted
 * @param bottomLine what stands below the lines
 * @param remember as with {@link PaymentAuthorized}, which is not told of a sale that was confirmed before it was paid
 */
public record PaymentCaptured(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money amount,
        List<OrderLine> lines,
        @MayBeAbsent ReceiptWay receiptWay,
        @MayBeAbsent BottomLine bottomLine,
        @MayBeAbsent String remember)
        implements PaymentEvent {

    public PaymentCaptured {
        lines = lines == null ? List.of() : List.copyOf(lines);
        receiptWay = receiptWay == null ? ReceiptWay.AFTER_CAPTURE : receiptWay;
    }

    /** Of a customer who is not remembered. */
    public PaymentCaptured(
            SaleContext sale,
            int attempt,
            PaymentReference reference,
            Aggregate aggregate,
            Money amount,
            List<OrderLine> lines,
            ReceiptWay receiptWay,
            BottomLine bottomLine) {
        this(sale, attempt, reference, aggregate, amount, lines, receiptWay, bottomLine, null);
    }

    @Override
    public boolean done() {
        return false;
    }
}
