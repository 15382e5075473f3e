package dev.kvitt.vipps.rules.customer;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.PaymentState;
import java.time.LocalDate;
import java.util.Optional;

/** When force approve is refused, and with which code. */
public final class ForceApproveRule {

    private ForceApproveRule() {}

    /** What the payment itself says. */
    public static Optional<ErrorCode> refusal(PaymentState state, boolean express) {
        return switch (state) {
            case CREATED -> express ? Optional.of(ErrorCode.FORCE_APPROVE_UNSUPPORTED) : Optional.empty();
            case AUTHORIZED -> Optional.of(ErrorCode.ALREADY_RESERVED);
            case ABORTED, EXPIRED, TERMINATED -> Optional.of(ErrorCode.FORCE_APPROVE_FAILED);
        };
    }

    /**
     * Whether this number may approve.
     *
     * @param named whom the payment was created for, if anybody
     */
    public static Optional<ErrorCode> refusal(Optional<Msisdn> named, Msisdn approving) {
        return named.filter(one -> !one.equals(approving)).map(one -> ErrorCode.FORCE_APPROVE_NOT_ALLOWED);
    }

    /** What the customer's standing and age say. */
    public static Optional<ErrorCode> refusal(Payer payer, Optional<Integer> minimumAge, LocalDate today) {
        return payer.standing().forceApproveRefusal().or(() -> PayerRule.requestRefusal(payer, minimumAge, today));
    }
}
