package dev.kvitt.receipt.domain;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptCheck;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.SaleContext;
import java.util.List;
import java.util.Optional;

/**
 * What was sold with a payment.
 *
 * @param event who told it
 * @param amount what the payment is about
 * @param lines at least one
 * @param bottomLine may be absent
 * @param toBePosted false: a receipt went with the request, and Vipps takes one for a payment
 */
public record Sold(
        PaymentEvent event,
        PaymentReference reference,
        Money amount,
        List<OrderLine> lines,
        BottomLine bottomLine,
        boolean toBePosted) {

    /**
     * Empty for whatever says nothing about a receipt, refunds among it. A receipt that is due before the capture is due with
     * the capture as well: nobody may have been told of the reservation.
     */
    public static Optional<Sold> of(Object event) {
        return switch (event) {
            case PaymentAuthorized reserved
            when reserved.receiptWay() == ReceiptWay.BEFORE_CAPTURE ->
                withLines(new Sold(
                        reserved,
                        reserved.reference(),
                        reserved.maxAmount(),
                        reserved.lines(),
                        reserved.bottomLine(),
                        true));
            case PaymentCaptured captured ->
                withLines(new Sold(
                        captured,
                        captured.reference(),
                        captured.amount(),
                        captured.lines(),
                        captured.bottomLine(),
                        captured.receiptWay() != ReceiptWay.AT_CREATE));
            default -> Optional.empty();
        };
    }

    private static Optional<Sold> withLines(Sold sold) {
        return Optional.of(sold).filter(found -> !found.lines.isEmpty());
    }

    public SaleContext sale() {
        return event.sale();
    }

    public ReceiptCheck check() {
        return new ReceiptCheck(amount, lines, bottomLine);
    }
}
