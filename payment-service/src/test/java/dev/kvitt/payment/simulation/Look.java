package dev.kvitt.payment.simulation;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.vipps.rules.EventName;

/** What capture-service can tell about a command by looking at the payment and its log. */
final class Look {

    private Look() {}

    /** Its effect is there. */
    static boolean shows(Account account, PaymentCommand command) {
        return switch (command) {
            case CreatePayment _ -> account.isOurs();
            case CapturePayment capture -> logged(account, EventName.CAPTURED, capture.amount(), command);
            case RefundPayment refund -> logged(account, EventName.REFUNDED, refund.amount(), command);
            case CancelPayment _ -> isReleased(account);
        };
    }

    /** An entry without a key and of our amount is taken for ours. */
    private static boolean logged(Account account, EventName name, Money amount, PaymentCommand command) {
        return account.log.stream()
                .filter(entry -> entry.success() && entry.name() == name)
                .anyMatch(entry -> entry.idempotencyKey()
                        .map(key -> key.value().equals(VippsDoor.key(command)))
                        .orElseGet(() -> Translated.money(entry.amount()).equals(amount)));
    }

    private static boolean isReleased(Account account) {
        return switch (account.payment.state()) {
            case CREATED -> false;
            case AUTHORIZED -> account.capturable() == 0;
            case ABORTED, EXPIRED, TERMINATED -> true;
        };
    }
}
