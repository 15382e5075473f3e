package dev.kvitt.events;

/** What an event says: the JSON value of the Kafka message. Every one belongs to a sale or, before there is one, to a key. */
public sealed interface EventData
        permits PointOfSaleEvent,
                CheckInEvent,
                VippsFact,
                PaymentCommand,
                OperationResult,
                SkipRefused,
                PaymentEvent,
                ReceiptEvent,
                OperatorCommand,
                Quarantined {

    /** The Kafka key of the message. */
    String key();
}
