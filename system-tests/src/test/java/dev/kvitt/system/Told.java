package dev.kvitt.system;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import java.util.Optional;

/** What events say about a payment's money. */
public final class Told {

    private Told() {}

    /** Empty when the event says nothing about this payment. */
    public static Optional<Aggregate> sums(EventData said, PaymentReference reference) {
        return switch (said) {
            case PaymentAuthorized it when it.reference().equals(reference) -> Optional.of(it.aggregate());
            case PaymentCaptured it when it.reference().equals(reference) -> Optional.of(it.aggregate());
            case PaymentSettled it when it.reference().equals(reference) -> Optional.of(it.aggregate());
            case PaymentReleased it when it.reference().equals(reference) -> Optional.of(it.aggregate());
            case PaymentRefunded it when it.reference().equals(reference) -> Optional.of(it.aggregate());
            case PaymentUncollectable it when it.reference().equals(reference) -> Optional.of(it.aggregate());
            case PaymentEnded it when reference.equals(it.reference()) -> Optional.ofNullable(it.aggregate());
            default -> Optional.empty();
        };
    }
}
