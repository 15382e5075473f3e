package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.events.Refusal;
import dev.kvitt.receipt.domain.Lines;
import java.time.Instant;

/** What became of receipts, as events. There is one of each kind for a payment at most. */
final class ReceiptEvents {

    private static final String SOURCE = "kvitt/receipt-service";
    private static final long ONLY = 1;

    private ReceiptEvents() {}

    static Event<ReceiptPosted> posted(PaymentCaptured captured, Instant now) {
        return event(
                new ReceiptPosted(captured.sale(), captured.reference(), Lines.total(captured)),
                captured.reference(),
                now);
    }

    static Event<ReceiptRejected> rejected(PaymentCaptured captured, Refusal refusal, Instant now) {
        return event(new ReceiptRejected(captured.sale(), captured.reference(), refusal), captured.reference(), now);
    }

    private static <T extends ReceiptEvent> Event<T> event(T data, PaymentReference reference, Instant now) {
        var sale = data.sale();
        var name = EventType.of(data).typeName() + "/" + reference;
        return new Event<>(
                Ids.own(sale.msn(), sale.saleId(), name, ONLY), SOURCE, now, sale.msn(), sale.tillId(), data);
    }
}
