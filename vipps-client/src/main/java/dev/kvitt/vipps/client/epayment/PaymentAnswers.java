package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.PspReference;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.http.JsonAnswer;
import dev.kvitt.vipps.client.http.UnreadableAnswer;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answers of the ePayment API. Unknown fields are passed over, and so are mistyped ones that no money depends on; a missing or
 * mistyped one that money depends on makes the whole answer unreadable, and so the outcome unknown.
 */
final class PaymentAnswers {
    private PaymentAnswers() {}

    static CreatedPayment created(JsonAnswer answer, Reference asked) {
        return new CreatedPayment(
                sameReference(answer, asked), answer.optionalText("redirectUrl").map(RedirectUrl::new));
    }

    static PaymentAnswer payment(JsonAnswer answer, Reference asked) {
        return new PaymentAnswer(
                sameReference(answer, asked),
                new PspReference(answer.text("pspReference")),
                PaymentState.of(answer.text("state")),
                amount(answer.object("amount")),
                aggregate(answer.object("aggregate")),
                answer.texts("metadata"),
                answer.readableInstant("captureGuaranteedUntil"),
                answer.anyText("redirectUrl").map(RedirectUrl::new),
                answer.optionalObject("paymentMethod").map(PaymentAnswers::paymentMethod),
                ProfileAnswers.of(answer));
    }

    static List<PaymentEvent> events(JsonAnswer answer, Reference asked) {
        return answer.elements().stream()
                .flatMap(event -> knownOrReadable(event, asked).stream())
                .toList();
    }

    /**
     * An event of a name that this client knows must be readable, because money depends on it. One that Vipps has added
     * may have other fields, and must not hide all the others.
     */
    private static Optional<PaymentEvent> knownOrReadable(JsonAnswer answer, Reference asked) {
        var isNew = answer.optionalText("name")
                .map(PaymentEventName::of)
                .filter(PaymentEventName.UNKNOWN::equals)
                .isPresent();
        try {
            return Optional.of(event(answer, asked));
        } catch (UnreadableAnswer | IllegalArgumentException e) {
            if (isNew) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static PaymentEvent event(JsonAnswer answer, Reference asked) {
        sameReference(answer, asked);
        return new PaymentEvent(
                PaymentEventName.of(answer.text("name")),
                amount(answer.object("amount")),
                answer.instant("timestamp"),
                new PspReference(answer.text("pspReference")),
                answer.optionalText("idempotencyKey")
                        .filter(IdempotencyKey::isValid)
                        .map(IdempotencyKey::new),
                answer.bool("success"));
    }

    private static UsedPaymentMethod paymentMethod(JsonAnswer answer) {
        return new UsedPaymentMethod(
                PaymentMethodType.of(answer.anyText("type").orElse("")), answer.anyText("cardBin"));
    }

    private static Aggregate aggregate(JsonAnswer answer) {
        return new Aggregate(
                amount(answer.object("authorizedAmount")),
                amount(answer.object("cancelledAmount")),
                amount(answer.object("capturedAmount")),
                amount(answer.object("refundedAmount")));
    }

    private static Amount amount(JsonAnswer answer) {
        return new Amount(Currency.valueOf(answer.text("currency")), answer.integer("value"));
    }

    /** An answer about another payment must never be taken for one about ours. */
    private static Reference sameReference(JsonAnswer answer, Reference asked) {
        if (!answer.text("reference").equals(asked.value())) {
            throw new UnreadableAnswer("the answer is about another reference");
        }
        return asked;
    }
}
