package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.customers.Customer;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.Transition;
import dev.kvitt.vipps.rules.customer.ForceApproveRule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** What came of force approve. */
public sealed interface ForcedApproval {

    /** It went through, or by its amount hangs without a known result. */
    record Done() implements ForcedApproval {}

    record Refused(ErrorCode code) implements ForcedApproval {}

    /** In whose place it is done: exactly one of the two. */
    sealed interface By {

        /** Empty = whoever the payment is for. */
        Optional<Msisdn> customer();

        record Phone(Msisdn number) implements By {
            @Override
            public Optional<Msisdn> customer() {
                return Optional.of(number);
            }
        }

        /** Whoever opened the redirect URL with this token in it. */
        record LandingToken(String token) implements By {
            @Override
            public Optional<Msisdn> customer() {
                return Optional.empty();
            }

            @Override
            public String toString() {
                return "LandingToken[hidden]";
            }
        }
    }

    /** @param anybody who pays when nobody is named */
    static Optional<ErrorCode> judge(
            StoredPayment stored,
            By by,
            Optional<Msisdn> anybody,
            Function<Msisdn, Customer> customers,
            LocalDate today) {
        Optional<ErrorCode> byPayment = ForceApproveRule.refusal(
                stored.payment().state(), stored.order().express());
        Optional<Msisdn> payer = by.customer().or(stored::customer).or(() -> anybody);
        return byPayment.or(() -> wrongHand(stored, by)).or(() -> payer.map(customers)
                .flatMap(customer -> ForceApproveRule.refusal(
                        customer.payer(), stored.order().minimumUserAge(), today)));
    }

    private static Optional<ErrorCode> wrongHand(StoredPayment stored, By by) {
        return switch (by) {
            case By.Phone(Msisdn number) -> ForceApproveRule.refusal(stored.customer(), number);
            case By.LandingToken(String token) ->
                stored.landingToken().equals(token) ? Optional.empty() : Optional.of(ErrorCode.FORCE_APPROVE_FAILED);
        };
    }

    static ForcedApproval after(Transition transition) {
        return switch (transition) {
            case Transition.Done(Payment payment, var event)
            when payment.state() == PaymentState.AUTHORIZED -> new Done();
            case Transition.Quiet quiet -> new Done();
            case Transition.Done failed -> new Refused(ErrorCode.FORCE_APPROVE_FAILED);
            case Transition.Failed failed -> new Refused(ErrorCode.FORCE_APPROVE_FAILED);
            case Transition.Refused tooLate -> new Refused(ErrorCode.FORCE_APPROVE_FAILED);
        };
    }
}
