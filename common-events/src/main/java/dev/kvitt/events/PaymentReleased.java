package dev.kvitt.events;

/**
 * A reservation, or what was left of one, is the customer's again. Told only from Vipps' aggregate.
 *
 * @param amount what was given back
 * @param reason {@code remainder}, {@code not-selected}, {@code ordered} by a person, {@code capture-refused},
 *     {@code refused} when the amount reserved was not the one asked for, or {@code by-others} when neither the till nor
 *     Kvitt asked for it
 */
public record PaymentReleased(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money amount,
        String reason,
        boolean done)
        implements PaymentEvent {}
