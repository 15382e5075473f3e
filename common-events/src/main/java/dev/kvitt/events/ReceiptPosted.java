package dev.kvitt.events;

/**
 * The customer has the receipt in the app.
 *
 * @param total the sum of its lines
 */
public record ReceiptPosted(SaleContext sale, PaymentReference reference, Money total) implements ReceiptEvent {}
