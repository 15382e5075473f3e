package dev.kvitt.operations.domain;

import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.ReceiptRejected;
import dev.kvitt.events.ReceiptWay;
import java.util.List;

/** What became of the receipt, by the rules of receipt-service. */
final class Receipts {

    private Receipts() {}

    /** One that was posted in the end is posted, whatever was said before. */
    static ReceiptState of(List<Heard> heard) {
        if (any(heard, ReceiptPosted.class)) {
            return ReceiptState.POSTED;
        }
        if (any(heard, ReceiptRejected.class)) {
            return ReceiptState.REJECTED;
        }
        return heard.stream().anyMatch(each -> each.data() != null && wants(each.data()))
                ? ReceiptState.WANTED
                : ReceiptState.NONE;
    }

    private static boolean any(List<Heard> heard, Class<? extends EventData> type) {
        return heard.stream().anyMatch(each -> type.isInstance(each.data()));
    }

    private static boolean wants(EventData data) {
        return switch (data) {
            case PaymentAuthorized event ->
                event.receiptWay() == ReceiptWay.BEFORE_CAPTURE
                        && !event.lines().isEmpty();
            case PaymentCaptured event ->
                event.receiptWay() != ReceiptWay.AT_CREATE && !event.lines().isEmpty();
            default -> false;
        };
    }
}
