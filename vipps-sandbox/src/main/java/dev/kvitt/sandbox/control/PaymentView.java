package dev.kvitt.sandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.api.PaymentJson;
import dev.kvitt.sandbox.domain.KeyUse;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.OrderKey;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.Bank;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A payment with all the sandbox knows about it.
 *
 * @param customer phone number, once a customer is named or has opened the payment
 * @param bank what the customer's bank is doing about it
 * @param expiresAt when it ends by itself if nobody approves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        String msn,
        String reference,
        String pspReference,
        String state,
        PaymentJson.Amount amount,
        PaymentJson.Sums aggregate,
        String customer,
        Bank bank,
        String customerInteraction,
        String userFlow,
        String paymentDescription,
        String redirectUrl,
        Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt,
        Instant captureGuaranteedUntil,
        List<PaymentJson.Event> events,
        List<ReceiptView> receipts,
        List<Key> idempotencyKeys) {

    /** A key used on the payment, and the HTTP status its first use got. */
    public record Key(String operation, String key, int status, Instant firstSeen) {
        static Key of(KeyUse use) {
            return new Key(use.operation().name(), use.key().value(), use.status(), use.firstSeen());
        }
    }

    static PaymentView of(MerchantState merchant, StoredPayment stored) {
        Payment payment = stored.payment();
        return new PaymentView(
                merchant.msn().value(),
                payment.reference().value(),
                payment.pspReference().value(),
                payment.state().name(),
                PaymentJson.Amount.of(payment.amount()),
                PaymentJson.Sums.of(payment.aggregate()),
                stored.customer().map(Msisdn::value).orElse(null),
                payment.bank(),
                stored.order().interaction().name(),
                stored.order().userFlow().name(),
                stored.order().description().orElse(null),
                stored.redirectUrl().orElse(null),
                stored.order().metadata(),
                stored.createdAt(),
                payment.approvalDeadline(),
                payment.captureGuaranteedUntil().orElse(null),
                stored.events().stream().map(PaymentJson.Event::of).toList(),
                merchant.orders().receipt(OrderKey.ofPayment(payment.reference().value())).stream()
                        .map(receipt -> ReceiptView.of(merchant, receipt))
                        .toList(),
                merchant.keysUsedOn(payment.reference()).stream().map(Key::of).toList());
    }

    @Override
    public String toString() {
        return "PaymentView[" + msn + " " + reference + "]";
    }
}
