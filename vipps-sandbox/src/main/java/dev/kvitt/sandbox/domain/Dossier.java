package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept under one reference: the payment, and the keys used on it. Kept together, because a payment whose
 * capture is known and its key is not would be captured twice by the merchant's retry.
 *
 * @param payment absent where nothing but refused requests came
 * @param keys oldest first
 */
record Dossier(Optional<StoredPayment> payment, List<UsedKey> keys) {

    static final Dossier EMPTY = new Dossier(Optional.empty(), List.of());

    Dossier {
        keys = List.copyOf(keys);
    }

    Dossier with(StoredPayment next) {
        return new Dossier(Optional.of(next), keys);
    }

    Dossier with(List<UsedKey> next) {
        return new Dossier(payment, next);
    }

    /** Whether neither the merchant nor the customer has anything left to do: refunds apart, which may never come. */
    boolean isDone() {
        return payment.map(StoredPayment::payment)
                .map(paid -> paid.state().isFinal()
                        && (paid.state() != PaymentState.AUTHORIZED
                                || paid.aggregate().capturable().isZero()))
                .orElse(true);
    }

    boolean isWaiting() {
        return payment.filter(stored -> stored.payment().state() == PaymentState.CREATED)
                .isPresent();
    }

    /** When it began. */
    Instant since() {
        return payment.map(StoredPayment::createdAt)
                .or(() -> keys.stream().map(used -> used.memory().firstSeen()).findFirst())
                .orElse(Instant.EPOCH);
    }
}
