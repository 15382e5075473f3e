package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.Customer;
import dev.kvitt.vipps.rules.Aggregate;
import dev.kvitt.vipps.rules.Money;
import java.util.List;

/**
 * One payment, all of it.
 *
 * @param asked what the merchant asked for
 * @param until when the request ends by itself
 * @param shares what the merchant wants to know about the customer; often nothing
 * @param receipt null = the merchant has sent none
 * @param returnUrl the merchant's page to go back to; null = none
 */
public record PaymentDetail(
        PaymentCard card,
        String reference,
        String asked,
        String until,
        List<Shared> shares,
        Sums sums,
        ReceiptLook receipt,
        String returnUrl) {

    /** What happened to the money; what is nothing is null. */
    public record Sums(String reserved, String paid, String released, String refunded) {

        static Sums of(Aggregate sums, Wording wording) {
            return new Sums(
                    amount(sums.authorized(), wording),
                    amount(sums.captured(), wording),
                    amount(sums.cancelled(), wording),
                    amount(sums.refunded(), wording));
        }

        private static String amount(Money money, Wording wording) {
            return money.value() == 0 ? null : wording.money(money);
        }
    }

    static PaymentDetail of(HeldPayment held, Customer customer, Wording wording) {
        var stored = held.stored();
        return new PaymentDetail(
                PaymentCard.of(held, wording),
                held.reference().value(),
                wording.money(stored.payment().amount()),
                wording.time(stored.payment().approvalDeadline()),
                stored.order().scopes().stream()
                        .sorted()
                        .map(scope -> Shared.of(scope, customer))
                        .toList(),
                Sums.of(stored.payment().aggregate(), wording),
                held.receipt()
                        .map(receipt -> ReceiptLook.of(
                                receipt.receipt(),
                                stored.payment().amount().currency().name(),
                                wording))
                        .orElse(null),
                stored.order().returnUrl().orElse(null));
    }

    public boolean isWaiting() {
        return card.look() == PaymentLook.WAITING;
    }

    @Override
    public String toString() {
        return "PaymentDetail[" + reference + "]";
    }
}
