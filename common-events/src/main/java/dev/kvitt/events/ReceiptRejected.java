package dev.kvitt.events;

/** There will be no receipt for this payment unless a person mends it; the payment is as it was. */
public record ReceiptRejected(SaleContext sale, PaymentReference reference, Refusal refusal) implements ReceiptEvent {}
