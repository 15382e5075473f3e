package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import java.time.Instant;

/**
 * A sale in one row. Sums are over all attempts in the sale's currency, in minor units.
 *
 * @param amount what was asked for; absent while nobody has said
 * @param confirmed what the till says was sold; absent while it has not said
 * @param reference of the latest attempt; absent while there is none
 * @param firstAt time of the first message
 * @param lastAt time of the latest message
 * @param handedOver a point of sale says that the customer has the goods
 * @param parkedSince absent while it is not parked
 * @param atRisk the latest alarm's why, while it stands
 * @param acknowledged all money that is or was reserved has been told on {@code payment.events}, but for payments that are not ours
 * @param traceId absent where no message has one
 */
public record Sale(
        String key,
        String msn,
        String saleId,
        String shopId,
        String tillId,
        String qrId,
        Currency currency,
        Long amount,
        Long confirmed,
        long authorized,
        long captured,
        long cancelled,
        long refunded,
        Phase phase,
        int attempts,
        String reference,
        Instant openedAt,
        Instant authorizedAt,
        Instant firstAt,
        Instant lastAt,
        Instant captureGuaranteedUntil,
        Instant selectUntil,
        boolean handedOver,
        Instant parkedSince,
        String parkedReason,
        String atRisk,
        ReceiptState receipt,
        boolean acknowledged,
        String traceId) {}
