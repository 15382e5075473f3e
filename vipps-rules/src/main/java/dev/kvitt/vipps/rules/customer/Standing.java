package dev.kvitt.vipps.rules.customer;

import dev.kvitt.vipps.rules.ErrorCode;
import java.util.Optional;

/** What stands between a customer and paying. */
public enum Standing {
    /** Nothing. */
    GOOD(null, null),
    /** Nobody has this number. */
    UNKNOWN(ErrorCode.CUSTOMER_CANNOT_PAY, ErrorCode.CUSTOMER_CANNOT_PAY),
    /** There is such a customer, who cannot pay at all. */
    CANNOT_PAY(ErrorCode.CUSTOMER_CANNOT_PAY, ErrorCode.CUSTOMER_CANNOT_PAY),
    /** Has never approved a payment by hand, which force approve asks for. */
    NEW(null, ErrorCode.FORCE_APPROVE_NOT_ALLOWED),
    /** Must first prove who they are. */
    NOT_IDENTIFIED(null, ErrorCode.FORCE_APPROVE_NEEDS_IDENTIFICATION),
    /** The way to pay that is chosen in the app cannot be used. */
    INVALID_SOURCE(null, ErrorCode.FORCE_APPROVE_INVALID_SOURCE),
    /** No card in the app. */
    NO_CARDS(null, ErrorCode.FORCE_APPROVE_NO_CARDS),
    /** Has spent what may be spent in a day. */
    OVER_LIMIT(null, ErrorCode.FORCE_APPROVE_OVER_LIMIT);

    private final ErrorCode toRequest;
    private final ErrorCode toForceApprove;

    Standing(ErrorCode toRequest, ErrorCode toForceApprove) {
        this.toRequest = toRequest;
        this.toForceApprove = toForceApprove;
    }

    /** Why this customer cannot even be asked to pay. */
    Optional<ErrorCode> requestRefusal() {
        return Optional.ofNullable(toRequest);
    }

    /** Why force approve cannot approve for this customer. */
    Optional<ErrorCode> forceApproveRefusal() {
        return Optional.ofNullable(toForceApprove);
    }

    /** Whether the customer gets through the app with a payment. */
    public boolean canApproveByHand() {
        return this == GOOD || this == NEW;
    }
}
