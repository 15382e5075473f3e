package dev.kvitt.vipps.rules;

import java.util.Optional;

/** When force approve is refused whoever the customer is. The test environment only. */
public final class ForceApproveRule {

    private ForceApproveRule() {}

    /** @param express the customer would have to choose a delivery, which nobody can do for them */
    public static Optional<ErrorCode> refusal(Payment payment, boolean express) {
        return switch (payment.state()) {
            case AUTHORIZED -> Optional.of(ErrorCode.ALREADY_RESERVED);
            case ABORTED, EXPIRED, TERMINATED -> Optional.of(ErrorCode.FORCE_APPROVE_FAILED);
            case CREATED -> express ? Optional.of(ErrorCode.FORCE_APPROVE_UNSUPPORTED) : Optional.empty();
        };
    }
}
