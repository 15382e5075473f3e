package dev.kvitt.capture.store;

import dev.kvitt.events.EventType;
import dev.kvitt.events.OperationId;

/** Which command carries which kind of operation. */
public final class Commands {

    private Commands() {}

    public static EventType type(OperationId.Kind kind) {
        return switch (kind) {
            case CREATE -> EventType.CREATE_PAYMENT;
            case CAPTURE -> EventType.CAPTURE_PAYMENT;
            case CANCEL -> EventType.CANCEL_PAYMENT;
            case REFUND -> EventType.REFUND_PAYMENT;
        };
    }
}
