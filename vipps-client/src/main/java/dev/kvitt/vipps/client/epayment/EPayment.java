package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import java.util.List;

/**
 * Payments (ePayment specification; limits from its error and operation pages).
 *
 * <p>Vipps allows 5 creates, captures, cancels and refunds each, and 120 reads, a minute for one reference; beyond that it answers 429,
 * which is {@link Outcome.Busy}. A repeat of a write after {@code Busy} or {@link Outcome.Unknown} takes the same key and the same values;
 * the same key with other values is refused with 409. Refusals of all calls: 401 and 403 (keys, or an API the sales unit may not use), 404
 * with code 5090 (a reference Vipps does not know under this sales unit).
 */
public interface EPayment {
    /**
     * Asks the customer for a payment (201). After {@code Unknown} or error 4150, read the payment before deciding anything.
     *
     * <p>Refused with 4040 to 4140 for values, 5010 to 5080 for what the sales unit may not do (5070 with 422), 6010 for a too small amount,
     * 6110 to 6130 for the expiry and 7010 for a customer who cannot pay, whose number is never to be called wrong.
     */
    Outcome<CreatedPayment> create(CreatePayment payment, IdempotencyKey key);

    /** The payment as it stands (200). For most callers, {@link PaymentAnswer#aggregate()} is what counts. */
    Outcome<PaymentAnswer> get(Reference reference);

    /** What happened to the payment (200), oldest first as Vipps gives it: the authoritative history. */
    Outcome<List<PaymentEvent>> events(Reference reference);

    /**
     * Takes reserved money (200), all or a part. Only after the goods are delivered; each part needs a key of its own.
     *
     * <p>Refused with 6070 (cancelled), 6080 (not reserved), 6090 (more than is left), 6100 (too late), 6140 (this sales unit must take all),
     * 6170 (taken already), 6200 (state) and 6260 (the bank let go). {@code Busy} with 6160 and 6280.
     *
     * @param amount the part to take, in the payment's currency
     */
    Outcome<PaymentAnswer> capture(Reference reference, Amount amount, IdempotencyKey key);

    /**
     * Releases everything not yet captured (200), for good. Before the approval, ends the payment.
     *
     * <p>Refused with 6030 (too late), 6040 (all is captured), 6050 and 6190 (nothing to cancel, perhaps cancelled already: read the
     * payment), 6060 and 6250 (the customer is just approving: try later).
     *
     * @param cancelTransactionOnly whether to cancel only a payment the customer has not approved yet (6060 if they have)
     */
    Outcome<PaymentAnswer> cancel(Reference reference, boolean cancelTransactionOnly, IdempotencyKey key);

    /**
     * Gives captured money back (200), all or a part; each part needs a key of its own. Possible for 365 days.
     *
     * <p>Refused with 5100 (not set up), 6020 (nothing reserved), 6150 (more than was captured), 6180 (given back already), 6210 (state) and
     * 6220 (too late).
     *
     * @param amount the part to give back, in the payment's currency
     */
    Outcome<PaymentAnswer> refund(Reference reference, Amount amount, IdempotencyKey key);
}
