package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.customers.UserDetails;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.Aggregate;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.Reference;
import java.util.Map;
import java.util.Optional;

/** The payment API's answers. */
public final class PaymentJson {

    private PaymentJson() {}

    /** @param value minor units */
    public record Amount(String currency, long value) {
        public static Amount of(Money money) {
            return new Amount(money.currency().name(), money.value());
        }
    }

    /** The four sums. */
    public record Sums(Amount authorizedAmount, Amount cancelledAmount, Amount capturedAmount, Amount refundedAmount) {
        public static Sums of(Aggregate aggregate) {
            return new Sums(
                    Amount.of(aggregate.authorized()),
                    Amount.of(aggregate.cancelled()),
                    Amount.of(aggregate.captured()),
                    Amount.of(aggregate.refunded()));
        }
    }

    /** To create. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Created(String redirectUrl, String reference) {
        static Created of(Reference reference, Optional<String> redirectUrl) {
            return new Created(redirectUrl.orElse(null), reference.value());
        }
    }

    /** To GET. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Details(
            Sums aggregate,
            Amount amount,
            String state,
            Map<String, String> paymentMethod,
            Map<String, String> profile,
            String pspReference,
            String redirectUrl,
            String reference,
            Map<String, String> metadata,
            String captureGuaranteedUntil,
            UserDetails userDetails) {

        static Details of(
                StoredPayment stored, boolean guaranteeShown, Map<String, String> profile, UserDetails userDetails) {
            Payment payment = stored.payment();
            Map<String, String> metadata = stored.order().metadata();
            return new Details(
                    Sums.of(payment.aggregate()),
                    Amount.of(payment.amount()),
                    payment.state().name(),
                    Map.of("type", "WALLET"),
                    profile,
                    payment.pspReference().value(),
                    stored.redirectUrl().orElse(null),
                    payment.reference().value(),
                    metadata.isEmpty() ? null : metadata,
                    payment.captureGuaranteedUntil()
                            .filter(until -> guaranteeShown)
                            .map(Object::toString)
                            .orElse(null),
                    userDetails);
        }

        @Override
        public String toString() {
            return "Details[" + reference + "]";
        }
    }

    /** To capture, cancel and refund. */
    record Modified(Amount amount, String state, Sums aggregate, String pspReference, String reference) {
        static Modified of(Payment payment) {
            return new Modified(
                    Amount.of(payment.amount()),
                    payment.state().name(),
                    Sums.of(payment.aggregate()),
                    payment.pspReference().value(),
                    payment.reference().value());
        }
    }

    /** One row of the event log. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            String reference,
            String pspReference,
            String name,
            Amount amount,
            String timestamp,
            String idempotencyKey,
            boolean success) {

        public static Event of(PaymentEvent event) {
            return new Event(
                    event.reference().value(),
                    event.pspReference().value(),
                    event.name().name(),
                    Amount.of(event.amount()),
                    event.timestamp().toString(),
                    event.idempotencyKey().map(IdempotencyKey::value).orElse(null),
                    event.success());
        }
    }
}
