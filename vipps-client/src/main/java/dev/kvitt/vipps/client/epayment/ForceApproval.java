package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;

/**
 * Approves payments without a phone, in test environments and sandboxes only (ePayment specification, "force approve"). Vipps wants the test
 * user to have approved one payment by hand before. Payments with Express cannot be approved like this.
 */
public interface ForceApproval {
    /**
     * Approves (200, empty). Refused with 10010 to 10070: failed, not allowed, identification or another card needed. An expired test card is
     * a 500, and so {@link Outcome.Unknown}.
     */
    Outcome<NoContent> approve(Reference reference, Approver approver);
}
