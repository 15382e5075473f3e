package dev.kvitt.events;

import java.time.Instant;

/**
 * What came of a command, on {@code payment.results}.
 *
 * @param number counts the results of this operation from 1: an unknown outcome may be followed by a known one
 * @param view the payment as Vipps showed it afterwards; absent when we could not read it
 * @param refusal why not; present only with {@link Outcome#REJECTED} and {@link Outcome#UNKNOWN}
 * @param redirectUrl of a created payment, where somebody is to open or show it: Vipps' own text, unchanged. Absent where
 *     the customer is asked in the app, and where Vipps did not tell it
 */
public record OperationResult(
        Msn msn,
        SaleId saleId,
        OperationId operationId,
        long number,
        Outcome outcome,
        @MayBeAbsent PaymentView view,
        @MayBeAbsent Refusal refusal,
        @MayBeAbsent String redirectUrl,
        Instant at)
        implements EventData {

    /** How far an operation has come. Only the first and the second are final. */
    public enum Outcome {
        SUCCEEDED,
        REJECTED,
        /** It may have been done or not. Never to be read as "no". */
        UNKNOWN
    }

    @Override
    public String key() {
        return Keys.sale(msn, saleId);
    }
}
