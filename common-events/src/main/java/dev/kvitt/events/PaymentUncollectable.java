package dev.kvitt.events;

/**
 * The goods were handed over and their money cannot be had: Vipps refused the capture for good.
 *
 * @param amount what was sold and is lost
 */
public record PaymentUncollectable(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money amount,
        Refusal refusal,
        boolean done)
        implements PaymentEvent {}
