package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.domain.PhoneDesk;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import java.util.Optional;

/** What a customer presses on a payment, and what comes of it. */
final class Finger {

    /** By the names of the buttons. */
    enum Press {
        PAY,
        SHARE,
        KEEP,
        REJECT,
        EXPIRE
    }

    /** Why the payment is not as the customer wished. */
    enum Problem {
        CANNOT_PAY,
        BANK_SAID_NO,
        TOO_LATE
    }

    /** What comes of it. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** The customer must first say whether to share what the merchant asks for. */
        record AskConsent() implements Outcome {}

        record Not(Problem problem) implements Outcome {}
    }

    private Finger() {}

    /** @param press null = nothing that is a button here */
    static Outcome press(Press press, HeldPayment held, Msisdn customer) {
        if (press == null) {
            return new Outcome.Done();
        }
        if (press == Press.PAY && !held.stored().order().scopes().isEmpty()) {
            return new Outcome.AskConsent();
        }
        return transition(press, held, customer).map(Finger::outcome).orElseGet(Outcome.Done::new);
    }

    private static Optional<Transition> transition(Press press, HeldPayment held, Msisdn customer) {
        PhoneDesk phones = held.merchant().phones();
        Optional<Msisdn> who = Optional.of(customer);
        Reference reference = held.reference();
        return switch (press) {
            case PAY, SHARE -> phones.approve(reference, who, true);
            case KEEP -> phones.approve(reference, who, false);
            case REJECT -> phones.open(reference, who).flatMap(opened -> phones.reject(reference));
            case EXPIRE ->
                phones.open(reference, who).flatMap(opened -> held.merchant().expire(reference));
        };
    }

    private static Outcome outcome(Transition transition) {
        return switch (transition) {
            case Transition.Done done -> new Outcome.Done();
            case Transition.Failed failed -> new Outcome.Not(Problem.BANK_SAID_NO);
            // The bank does not answer: the customer sees that the payment waits on.
            case Transition.Quiet quiet -> new Outcome.Not(Problem.BANK_SAID_NO);
            case Transition.Refused(Refusal refusal) -> new Outcome.Not(problem(refusal));
        };
    }

    private static Problem problem(Refusal refusal) {
        return refusal.errorCode().filter(ErrorCode.CUSTOMER_CANNOT_PAY::equals).isPresent()
                ? Problem.CANNOT_PAY
                : Problem.TOO_LATE;
    }
}
