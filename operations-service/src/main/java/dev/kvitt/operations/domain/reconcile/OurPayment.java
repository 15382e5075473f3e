package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One attempt of a sale as our ledger has it. Amounts are minor units.
 *
 * @param named a command or an event of ours names it; a webhook alone comes for every payment of the sales unit
 * @param sums what is known of its money; captures and refunds may be more than the facts, where a movement was learned by a poll only
 * @param facts the captures and refunds that are known with their own pspReference
 * @param saleAsked what was asked for, for the whole sale, where it is known
 * @param saleConfirmed what the till confirmed for the whole sale, where it did
 * @param saleKept captured and not given back, over all attempts of the sale
 * @param receiptOwed order lines are there and no receipt was posted
 * @param authorizedAt when the customer approved, where known
 * @param createdAt when it was asked for; the payment belongs to this time
 * @param capturedAt when the latest capture happened or, known by its sum only, was first seen
 * @param refundedAt the same of refunds
 * @param lastAt the newest that is known of it
 * @param captureGuaranteedUntil until when a capture surely succeeds, where Vipps said so
 */
public record OurPayment(
        String msn,
        String reference,
        String saleId,
        boolean named,
        Sums sums,
        List<MoneyFact> facts,
        OptionalLong saleAsked,
        OptionalLong saleConfirmed,
        long saleKept,
        boolean receiptOwed,
        Optional<Instant> authorizedAt,
        Instant createdAt,
        Optional<Instant> capturedAt,
        Optional<Instant> refundedAt,
        Instant lastAt,
        Optional<Instant> captureGuaranteedUntil) {

    public OurPayment {
        facts = List.copyOf(facts);
    }

    /** What the whole sale may keep: what the till confirmed, and what it asked for where it confirms nothing. */
    OptionalLong saleDue() {
        return saleConfirmed.isPresent() ? saleConfirmed : saleAsked;
    }

    /** When the latest capture or refund happened: what else is heard of the payment does not change it. */
    Instant latest(Movement movement) {
        return switch (movement) {
            case CAPTURE -> capturedAt.orElse(lastAt);
            case REFUND -> refundedAt.orElse(lastAt);
        };
    }

    /** The same with other movements. */
    public OurPayment with(List<MoneyFact> movements) {
        return new OurPayment(
                msn,
                reference,
                saleId,
                named,
                sums,
                movements,
                saleAsked,
                saleConfirmed,
                saleKept,
                receiptOwed,
                authorizedAt,
                createdAt,
                capturedAt,
                refundedAt,
                lastAt,
                captureGuaranteedUntil);
    }
}
