package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.Reference;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment as Vipps tells it. The answers of capture, cancel and refund carry neither metadata nor anything after it; only {@link
 * EPayment#get} does. {@code toString} leaves out the metadata's values and all that is personal.
 *
 * @param reference the merchant's name for it
 * @param pspReference Vipps' id of the payment; an event has another one
 * @param state the state
 * @param amount the amount asked for
 * @param aggregate the truth about the money
 * @param metadata the pairs given at create; of another system's payment, any pairs
 * @param captureGuaranteedUntil until when a capture surely succeeds, where Vipps says so
 * @param redirectUrl where the customer goes, where Vipps still says so
 * @param paymentMethod what it is paid with
 * @param profile what the customer shared
 */
public record PaymentAnswer(
        Reference reference,
        PspReference pspReference,
        PaymentState state,
        Amount amount,
        Aggregate aggregate,
        Map<String, String> metadata,
        Optional<Instant> captureGuaranteedUntil,
        Optional<RedirectUrl> redirectUrl,
        Optional<UsedPaymentMethod> paymentMethod,
        SharedProfile profile) {

    public PaymentAnswer {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(pspReference, "pspReference");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(aggregate, "aggregate");
        metadata = Map.copyOf(metadata);
        Objects.requireNonNull(captureGuaranteedUntil, "captureGuaranteedUntil");
        Objects.requireNonNull(redirectUrl, "redirectUrl");
        Objects.requireNonNull(paymentMethod, "paymentMethod");
        Objects.requireNonNull(profile, "profile");
        if (amount.currency() != aggregate.authorized().currency()) {
            throw new IllegalArgumentException("a payment and its aggregate have one currency");
        }
    }

    @Override
    public String toString() {
        return "PaymentAnswer[" + reference + ", " + pspReference + ", " + state + ", " + amount + ", " + aggregate
                + ", metadata=" + metadata.keySet() + ", captureGuaranteedUntil=" + captureGuaranteedUntil + "]";
    }
}
