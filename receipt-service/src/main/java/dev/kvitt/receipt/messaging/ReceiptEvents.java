package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.events.ReceiptWarned;
import dev.kvitt.events.ReceiptWarning;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.Vat;
import dev.kvitt.receipt.domain.Sold;
import java.time.Instant;
import java.util.List;

/** What became of receipts, as events. There is one of each kind for a payment at most. */
final class ReceiptEvents {

    private static final String SOURCE = "kvitt/receipt-service";
    private static final long ONLY = 1;

    private ReceiptEvents() {}

    static Event<ReceiptPosted> posted(Sold sold, Instant now) {
        var total = Vat.total(sold.lines(), sold.amount().currency());
        return event(new ReceiptPosted(sold.sale(), sold.reference(), total), sold.reference(), now);
    }

    static Event<ReceiptRejected> rejected(Sold sold, Refusal refusal, Instant now) {
        return event(new ReceiptRejected(sold.sale(), sold.reference(), refusal), sold.reference(), now);
    }

    static Event<ReceiptWarned> warned(Sold sold, List<ReceiptWarning> warnings, Instant now) {
        return event(new ReceiptWarned(sold.sale(), sold.reference(), warnings), sold.reference(), now);
    }

    private static <T extends ReceiptEvent> Event<T> event(T data, PaymentReference reference, Instant now) {
        var sale = data.sale();
        var name = EventType.of(data).typeName() + "/" + reference;
        return new Event<>(
                Ids.own(sale.msn(), sale.saleId(), name, ONLY), SOURCE, now, sale.msn(), sale.tillId(), data);
    }
}
