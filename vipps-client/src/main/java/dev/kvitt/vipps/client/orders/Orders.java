package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsError;
import java.util.UUID;

/**
 * Receipts and the link of an order (Order Management, version 2). A payment has one receipt at most, and it can never be changed; no money
 * depends on it. Refusals of all calls: 400 (values), 401 (keys); the specification has 404 too, though Vipps does not check that the
 * payment exists. Vipps has this API in production only.
 */
public interface Orders {
    /**
     * Posts the receipt of a payment (201). A receipt sent when the payment was created counts as posted.
     *
     * @return Vipps' id of it; {@code Refused} with {@link #isAlreadyThere} where the payment has one, which after an unknown try is ours
     */
    Outcome<UUID> postReceipt(Reference reference, Receipt receipt);

    /** Puts a link on an order (200), instead of the one before. */
    Outcome<NoContent> putCategory(Reference reference, OrderCategory category);

    /** What Vipps holds for a payment, however it came there: ePayment's own answers have no receipt. */
    Outcome<OrderAnswer> get(Reference reference);

    /** Whether a refused {@link #postReceipt} was refused because the payment has a receipt (409). */
    static boolean isAlreadyThere(VippsError error) {
        return error.stage() == VippsError.Stage.CALL && error.status() == 409;
    }
}
