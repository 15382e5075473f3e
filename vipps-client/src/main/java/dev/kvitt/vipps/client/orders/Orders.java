package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.VippsError;
import java.util.UUID;

/** Receipts. A payment has one at most, and it can never be changed; no money depends on it. */
public interface Orders {
    /**
     * Posts the receipt of a payment. A receipt sent when the payment was created counts as posted.
     *
     * @return Vipps' id of it; {@code Refused} with {@link #isAlreadyThere} where the payment has one, which after an unknown try is ours
     */
    Outcome<UUID> postReceipt(Reference reference, Receipt receipt);

    /** What Vipps holds for a payment. */
    Outcome<OrderAnswer> get(Reference reference);

    /** Whether a refused {@link #postReceipt} was refused because the payment has a receipt. */
    static boolean isAlreadyThere(VippsError error) {
        return error.stage() == VippsError.Stage.CALL && error.status() == 409;
    }
}
