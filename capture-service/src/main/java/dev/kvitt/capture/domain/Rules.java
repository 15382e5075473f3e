package dev.kvitt.capture.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.RefundPayment;

/** Decides the next step of an operation. */
public final class Rules {

    private final Limits limits;
    private final String installation;

    /** @param installation as in the registry; part of what marks a payment as ours */
    public Rules(Limits limits, String installation) {
        this.limits = limits;
        this.installation = installation;
    }

    /** When what a person says ends an operation. */
    public SkipRules skips() {
        return new SkipRules(limits);
    }

    /** A round begins with nothing read and nothing sent; it ends with any step but Ask and Send, after two of each at most. */
    public Step next(Situation situation) {
        return switch (situation.operation().command()) {
            case CreatePayment create -> new CreateRules(create, limits, installation).next(situation);
            case CapturePayment capture ->
                new ModificationRules(new CaptureEffect(capture), limits, installation).next(situation);
            case RefundPayment refund ->
                new ModificationRules(new RefundEffect(refund), limits, installation).next(situation);
            case CancelPayment _ -> new ModificationRules(new CancelEffect(), limits, installation).next(situation);
        };
    }
}
