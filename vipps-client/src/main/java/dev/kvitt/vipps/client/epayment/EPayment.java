package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import java.util.List;

/**
 * Payments. Vipps allows 5 writes and 120 reads a minute for one reference; the caller keeps to that. A repeat of a write after
 * {@link Outcome.Busy} or {@link Outcome.Unknown} takes the same key and the same values.
 */
public interface EPayment {
    /** Asks the customer for a payment. After {@code Unknown} or error 4150, read the payment before deciding anything. */
    Outcome<CreatedPayment> create(CreatePayment payment, IdempotencyKey key);

    /** The payment as it stands. */
    Outcome<PaymentAnswer> get(Reference reference);

    /** What happened to the payment, oldest first as Vipps gives it: the authoritative history. */
    Outcome<List<PaymentEvent>> events(Reference reference);

    /** Takes reserved money, all or a part. Only after the goods are delivered; each part needs a key of its own. */
    Outcome<PaymentAnswer> capture(Reference reference, Amount amount, IdempotencyKey key);

    /**
     * Releases everything not yet captured, for good.
     *
     * @param cancelTransactionOnly whether to cancel only a payment the customer has not approved yet (6060 if they have)
     */
    Outcome<PaymentAnswer> cancel(Reference reference, boolean cancelTransactionOnly, IdempotencyKey key);

    /** Gives captured money back, all or a part; each part needs a key of its own. */
    Outcome<PaymentAnswer> refund(Reference reference, Amount amount, IdempotencyKey key);
}
