package dev.kvitt.vipps.rules;

/** The outcome of one attempt to change a payment. */
public sealed interface Transition {

    /**
     * It happened.
     *
     * @param payment the payment afterwards
     * @param event what is written to the event log and sent to webhooks
     */
    record Done(Payment payment, PaymentEvent event) implements Transition {}

    /**
     * It was tried and failed, and the payment is as before.
     *
     * @param event with {@code success} false: written to the event log, and sent to webhooks if {@link
     *     RulesSwitches.SpecialAmounts#sendFailedEvent} says so
     */
    record Failed(PaymentEvent event) implements Transition {}

    /**
     * The payment has changed in a way that nobody is told about.
     *
     * @param payment the payment afterwards
     */
    record Quiet(Payment payment) implements Transition {}

    /** It did not happen and nothing changed. */
    record Refused(Refusal refusal) implements Transition {
        static Refused because(ErrorCode code) {
            return new Refused(Refusal.Coded.of(code));
        }
    }
}
